import { readCommand } from '../../../src/member/chat/commands.ts';
import { readLooseCommand } from '../../../src/member/chat/loose-commands.ts';
import { lastShown, talkWith } from '../../helpers/member-talk.ts';

describe('the list of the own tickets', () => {
  test.each([
    'danh sach',
    'danh sách',
    'Danh sách!',
    '#danh sach',
    'ds',
    'DS',
    'ds viec',
    'danh sách việc',
    'danh sach viec cua toi',
    'danh sách của em',
    'danh sách các việc',
    'xem danh sách',
    'cho em xem danh sách',
    'cho em danh sách với ạ',
    'cho tôi xem danh sách việc của tôi nhé',
    'em xin danh sách việc ạ',
    'xem viec',
    'xem việc',
    'em xem việc',
    'xem việc của em',
    'viec cua toi',
    'việc của tôi',
    'việc của em',
    'viec cua chau',
    'xem lại việc của tôi',
    'các việc đang giữ',
    'list',
    'list viec',
    'yêu cầu của tôi',
    'danh sách'.normalize('NFD'),
  ])('is asked for by %j', (text) => {
    expect(readCommand(text)).toEqual({ kind: 'mine' });
  });

  test.each([
    'bác gửi danh sách cho cháu',
    'danh sách đây bác',
    'cháu xem danh sách rồi bác có tên',
    'tên bác có trong danh sách rồi ạ',
    'danh sách giấy tờ gồm căn cước và đơn',
    'bác xem việc này giúp cháu',
    'bác xem việc của bác đến đâu',
    'xem việc của bác rồi ạ',
    'việc của bác em đang làm',
    'việc của em là hướng dẫn bác',
    'việc của tôi là gọi bác',
    'ds hộ nghèo có bác rồi',
    'bác nộp danh sách ở xã',
    'danh sách hộ nghèo',
    'dành sách cho cháu',
    'danh sạch',
    'bác xem danh sách ở bảng tin nhé',
    'xem việc chưa bác',
    'bác xem lại việc hôm qua nhé',
    'em lập danh sách rồi',
    'list giấy tờ bác cần đây',
    'yêu cầu của bác em nhận rồi',
    'yêu cầu của tôi là bác mang giấy',
    'các việc khác bác cứ hỏi',
    'chỗ danh sách ấy bác ký nhé',
    'danh sách thiếu tên bác',
    'danh sách 3 người',
    'xem ảnh',
    'có danh sách chưa bác',
    'danh sách này bác giữ nhé',
  ])('is not what %j asks for', (text) => {
    expect(readCommand(text)).toBeUndefined();
  });

  test.each(['danh sách việc mới', 'ds viec moi', 'cho em xem việc mới với', 'việc mới ạ'])(
    '%j asks for the new ones',
    (text) => {
      expect(readCommand(text)).toEqual({ kind: 'new' });
    },
  );
});

describe('the question whether something is done', () => {
  const questions = [
    'bác đã xong chưa ạ',
    'xong chưa bác',
    'đã xong chưa',
    'Đã xong chưa?',
    'da xong chua',
    'xong chua',
    'Xong chưa bác Lan',
    'xong chưa bà Lan ơi',
    'bà Lan xong chưa',
    'việc đã xong chưa ạ?',
    'bác làm xong chưa',
    'bác xong việc chưa',
    'xong việc chưa bác',
    'đã xong chưa hả bác',
    'xong bước đó chưa ạ',
    'nộp xong chưa bác',
    'xong chưa nhỉ',
    'thế xong chưa',
    'xong chưa vậy bác',
    'xong rồi chưa bác',
    'xong không bác',
    'cài xong chưa chị',
    'xong cả chưa ạ',
    'đã làm xong chưa',
    'bác xem xong chưa',
    'xong chửa',
    'dạ xong chưa bác',
    'vâng đã xong chưa ạ',
    'bà đã xong hết chưa',
    'xong chưa để cháu đóng ạ',
  ];
  test.each(questions)('%j is text for the resident and closes nothing', async (text) => {
    const talk = await talkWith('Bà Lan');
    await talk.write('101 chào bác');
    await talk.write(text);
    expect(talk.sent.at(-1)).toMatchObject({ ticket: 101, text });
    expect(talk.owns(101)).toBe(true);
  });

  test.each([
    ['101 xong chưa bác', 'xong chưa bác'],
    ['101: đã xong chưa ạ', 'đã xong chưa ạ'],
  ])('%j reaches the resident of that number', async (text, heard) => {
    const talk = await talkWith('Bà Lan', 'Bác An');
    await talk.write(text);
    expect(talk.sent).toEqual([{ ticket: 101, text: heard, pictures: 0 }]);
  });

  test.each(['xong 101 chưa', 'xong 101 chưa bác', 'đã xong 101 chưa ạ', 'xong việc 101 chưa'])(
    '%j with a number is asked about and closes nothing',
    async (text) => {
      const talk = await talkWith('Bà Lan', 'Bác An');
      await talk.write(text);
      expect(lastShown(talk).text).not.toContain('đã làm thế nào');
      expect([talk.sent, talk.owns(101)]).toEqual([[], true]);
    },
  );

  test('while the bot asks how a ticket was solved is no answer to it', async () => {
    const talk = await talkWith('Bà Lan');
    await talk.write('101 chào bác');
    await talk.write('xong 101');
    await talk.write('đã xong chưa bác');
    expect(talk.owns(101)).toBe(true);
    expect(talk.sent).toHaveLength(1);
    expect(lastShown(talk).text).toContain('“đã xong chưa bác”');
  });

  test.each(['xong', 'xong rồi', 'đã xong', 'xong 101', 'xong Lan', 'xong bà Lan'])(
    '%j is still a command',
    async (text) => {
      const talk = await talkWith('Bà Lan');
      await talk.write(text);
      expect(talk.sent).toEqual([]);
      expect(lastShown(talk).text).toMatch(/đã làm thế nào|giống lời dặn/);
    },
  );

  test.each(questions)('%j is no command with polite words', (text) => {
    expect([readCommand(text), readLooseCommand(text)]).toEqual([undefined, undefined]);
  });
});
