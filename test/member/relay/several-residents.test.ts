import { minuteMs } from '../../../src/durations.ts';
import { lastShown, talkWith, tapOn, titlesOf } from '../../helpers/member-talk.ts';

const picture = { kind: 'image' as const, url: 'https://f6.zdn.vn/a.jpg' };

describe('a member with several residents', () => {
  test('a text typed for one is asked about with its own name and words, also after another claim', async () => {
    const talk = await talkWith('Bà Năm');
    await talk.write('kết quả xét nghiệm của bác có rồi');
    expect(lastShown(talk).text).toContain('Gửi cho Bà Năm (101): “kết quả xét nghiệm của bác có rồi”?');
    const other = await talkWith('Bà Năm', 'Bà Tư');
    await other.write('nhắn tiếp 101');
    await other.write('kết quả xét nghiệm của bác có rồi');
    await other.write('nhắn tiếp 102');
    await other.write('chào bác, bác cần gì ạ');
    await tapOn(other, 'Gửi');
    expect(other.sent).toEqual([{ ticket: 102, text: 'chào bác, bác cần gì ạ', pictures: 0 }]);
    expect(lastShown(other).text).toContain('Gửi cho Bà Năm (101): “kết quả xét nghiệm của bác có rồi”?');
  });

  test('a text with the number of a ticket of nobody stays out of what is sent ten minutes later', async () => {
    const talk = await talkWith('Bà Lan');
    await talk.write('105 chào bác');
    expect(lastShown(talk).text).toMatch(/không có yêu cầu(?: nào)? số 105|105/i);
    talk.advance(11 * minuteMs);
    await talk.write('nhắn tiếp 101');
    await talk.write('ảnh đây bác', [picture]);
    await tapOn(talk, 'Gửi');
    expect(talk.sent).toEqual([{ ticket: 101, text: 'ảnh đây bác', pictures: 1 }]);
  });

  test.each(['105 chào bác', '999 chào bác'])(
    '%j names no ticket of theirs, and they are told so',
    async (text) => {
      const talk = await talkWith('Bà Lan', 'Bác An');
      await talk.write(text);
      expect(talk.shown.map((one) => one.text).join('\n')).toMatch(/Không có yêu cầu nào số (?:105|999)/);
      expect(talk.sent).toEqual([]);
    },
  );

  test('a command among polite words is done, and never sent', async () => {
    const talk = await talkWith('Bà Lan', 'Bác An');
    talk.give(102, 'nobody');
    await talk.write('nhận việc 102 luôn nhé');
    expect(talk.owns(102)).toBe(true);
    expect(talk.sent).toEqual([]);
  });

  test.each(['bà Tư', '102', 'gửi 102', 'gửi bà Tư'])(
    'the question for whom a text is understands %j',
    async (answer) => {
      const talk = await talkWith('Bà Năm', 'Bà Tư');
      await talk.write('nhắn tiếp 101');
      await talk.write('cháu qua ngay ạ');
      await tapOn(talk, 'Gửi cho người khác');
      await talk.write(answer);
      if (talk.sent.length === 0) await tapOn(talk, 'Gửi');
      expect(talk.sent).toEqual([{ ticket: 102, text: 'cháu qua ngay ạ', pictures: 0 }]);
    },
  );

  test('the resident chosen last is asked about first, however many there are', async () => {
    const talk = await talkWith('Bà E1', 'Bà E2', 'Bà E3', 'Bà E4', 'Bà E5', 'Bà E6');
    await talk.write('nhắn tiếp 101');
    await talk.write('chào bác');
    expect(lastShown(talk).text).toContain('Gửi cho Bà E1 (101)');
    await tapOn(talk, 'Gửi');
    expect(talk.sent).toEqual([{ ticket: 101, text: 'chào bác', pictures: 0 }]);
  });

  test('closing with words is one step that ends, and the words reach nobody', async () => {
    const talk = await talkWith('Bà Năm', 'Bà Tư');
    await talk.write('xong 101');
    await tapOn(talk, 'Khác');
    await talk.write('đã nộp giúp ở một cửa');
    expect(talk.owns(101)).toBe(false);
    expect(talk.notes).toEqual([{ ticket: 101, text: 'đã nộp giúp ở một cửa' }]);
    expect([talk.sent, titlesOf(talk).filter((title) => title.startsWith('Gửi'))]).toEqual([[], []]);
  });

  test.each(['101 xong', 'xong 101', '101 xong nhé'])('%j closes, and is not sent', async (text) => {
    const talk = await talkWith('Bà Năm', 'Bà Tư');
    await talk.write(text);
    expect(lastShown(talk).text).toContain('Yêu cầu 101 đã làm thế nào?');
    expect(talk.sent).toEqual([]);
  });
});
