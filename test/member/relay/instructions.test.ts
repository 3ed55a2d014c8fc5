import { hourMs } from '../../../src/durations.ts';
import {
  createMemberTalk,
  lastShown,
  type MemberTalk,
  startAt,
  talkWith,
  tapOn,
  titlesOf,
} from '../../helpers/member-talk.ts';

const people = ['Bà Lan', 'Nguyễn Văn Thắng', 'Tung Tran'];

const shownBy = async (talk: MemberTalk, text: string) => {
  const before = talk.shown.length;
  await talk.write(text);
  return talk.shown.slice(before);
};

describe('a message to a wrong resident', () => {
  test.each(['nham, cau do gui ong thang', 'nhầm rồi, gửi ông Thắng', 'gui nham, cho ong thang'])(
    'is taken back by %j and proposed to the right one',
    async (text) => {
      const talk = await talkWith(...people);
      await talk.write('101 con dau chup lai chua');
      await talk.write(text);
      expect(talk.retracted).toMatchObject([{ ticket: 101, text: 'con dau chup lai chua' }]);
      expect(lastShown(talk).text).toMatch(/Đã báo Bà Lan \(101\)[\s\S]*Nguyễn Văn Thắng \(102\)/);
      expect(talk.sent).toEqual([]);
      await tapOn(talk, 'Gửi');
      expect(talk.sent).toEqual([{ ticket: 102, text: 'con dau chup lai chua', pictures: 0 }]);
    },
  );

  test('is offered to the others when the member names the wrong one', async () => {
    const talk = await talkWith(...people);
    await talk.write('101 con dau chup lai chua');
    await talk.write('nhầm, gửi bà Lan');
    expect(titlesOf(talk)).toEqual(['Gửi lại Tung Tran (103)', 'Gửi lại Nguyễn Văn Thắng (102)', 'Bỏ']);
  });

  test('can go to another one by a button after *Gửi nhầm*', async () => {
    const talk = await talkWith(...people);
    await talk.write('101 con dau chup lai chua');
    await tapOn(talk, 'Gửi nhầm 101');
    expect(titlesOf(talk)).toEqual(['Gửi lại Tung Tran (103)', 'Gửi lại Nguyễn Văn Thắng (102)', 'Bỏ']);
    await tapOn(talk, 'Gửi lại Nguyễn Văn Thắng (102)');
    expect(talk.sent).toEqual([{ ticket: 102, text: 'con dau chup lai chua', pictures: 0 }]);
  });

  test('is the one sent, also when an older text was shown again below it', async () => {
    const talk = await talkWith(...people);
    await talk.write('tin cu');
    await talk.write('tin moi');
    await tapOn(talk, 'Gửi Tung Tran (103)');
    expect(lastShown(talk).text).toContain('tin cu');
    await talk.write('nham, gui ba lan');
    expect(talk.retracted).toMatchObject([{ text: 'tin moi' }]);
  });
});

describe('words that are instructions', () => {
  test.each(['hom nay con viec gi', 'còn việc gì không', 'viec dang giu'])(
    '%j lists the own tickets',
    async (text) => {
      const talk = await talkWith(...people);
      await talk.write(text);
      expect(lastShown(talk).text).toContain('Việc đang giữ (3)');
    },
  );

  test.each(['nhan 101 102', 'nhận 101, 102', 'Nhận việc 101 và 102', 'nhan ca', 'nhận hết'])(
    '%j takes several tickets',
    async (text) => {
      const talk = createMemberTalk(['Bà Lan', 'Tung Tran'], startAt);
      await talk.write(text);
      expect([talk.owns(101), talk.owns(102)]).toEqual([true, true]);
      expect(lastShown(talk).text).toMatch(/^Đã nhận 2 việc:\n1\. 101 Bà Lan.*\n2\. 102 Tung Tran/);
    },
  );

  test('a ticket that somebody else took is named among several', async () => {
    const talk = createMemberTalk(['Bà Lan', 'Tung Tran'], startAt);
    talk.give(101, 'colleague');
    const shown = await shownBy(talk, 'nhan 101 102');
    expect(shown).toHaveLength(2);
    expect(shown[0]?.text).toContain('101');
    expect(talk.owns(102)).toBe(true);
  });

  test('a word to oneself is offered as a note first', async () => {
    const talk = await talkWith(...people);
    await talk.write('nhắn tiếp 102');
    await talk.write('de toi toi goi');
    expect(titlesOf(talk)[0]).toBe('Ghi chú');
    await tapOn(talk, 'Ghi chú');
    expect(talk.notes).toEqual([{ ticket: 102, text: 'de toi toi goi' }]);
    expect(talk.sent).toEqual([]);
  });

  test('being away tomorrow is one tap', async () => {
    const talk = await talkWith(...people);
    await talk.write('mai toi ban, khong truc');
    expect(titlesOf(talk)[0]).toBe('Bận ngày mai');
    await tapOn(talk, 'Bận ngày mai');
    expect(talk.shown.map(({ text }) => text).join('\n')).toContain('bận thứ Năm 8/10, hôm nay vẫn trực');
    expect(talk.sent).toEqual([]);
  });
});

describe('the question how a ticket was solved', () => {
  test.each([
    ['2', 101],
    ['da gap roi', 101],
    ['đã gặp tận nơi', 101],
    ['toi qua nha roi', 101],
    ['da goi roi nhe', 101],
    ['ba tu lam duoc roi', 101],
    ['khong lien lac duoc', 101],
  ])('is answered by %j', async (answer, number) => {
    const talk = await talkWith(...people);
    await talk.write(`xong ${number}`);
    expect(lastShown(talk).text).toContain('1. Đã gọi hướng dẫn\n2. Đã gặp tận nơi\n3. Bà con tự làm được');
    await talk.write(answer);
    expect(talk.owns(number)).toBe(false);
    expect(talk.chat().pending).toEqual([]);
  });

  test('comes back once below what came between, and a number answers it and no older list', async () => {
    const talk = await talkWith(...people);
    await talk.write('việc của tôi');
    await talk.write('xong 103');
    await talk.write('102 chieu toi ghe');
    expect(lastShown(talk).text).toContain('Yêu cầu 103 đã làm thế nào?');
    await talk.write('3');
    expect([101, 102, 103].map(talk.owns)).toEqual([true, true, false]);
  });

  test('leaves the numbers to a list that the member asked for since', async () => {
    const talk = await talkWith(...people);
    await talk.write('xong 103');
    await talk.write('việc của tôi');
    expect(lastShown(talk).text).toContain('Việc đang giữ (3)');
    await talk.write('1');
    expect(talk.owns(103)).toBe(true);
    expect(lastShown(talk).text).toContain('Yêu cầu 103 đã làm thế nào?');
    await talk.write('mẫu 101');
    await talk.write('việc mới');
    expect(
      talk.shown
        .slice(-2)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('đã làm thế nào');
  });

  test('is over once the member writes to that resident again: a number is text then', async () => {
    const talk = await talkWith('Bà Lan');
    await talk.write('xong 101');
    await talk.write('101 ba cho chut nhe');
    await talk.write('2');
    expect(talk.owns(101)).toBe(true);
    expect(talk.sent.at(-1)?.text).toBe('2');
  });

  test('offers other words as a note before a message', async () => {
    const talk = await talkWith(...people);
    await talk.write('xong 101');
    await talk.write('con gai ba ay da lam giup o cho khac');
    expect(titlesOf(talk)[0]).toBe('Ghi rồi đóng 101');
  });
});

describe('a pending text', () => {
  test('returns once, with the way out first, and ends with the next command', async () => {
    const talk = await talkWith(...people);
    await talk.write('doc dong chu do');
    const [, back] = await shownBy(talk, 'việc của tôi');
    expect(back?.text).toContain('Còn một tin chưa gửi.');
    expect(back?.buttons[0]?.title).toBe('Bỏ');
    const [, dropped] = await shownBy(talk, 'việc mới');
    expect(dropped?.text).toBe('Tin này vẫn chưa gửi cho ai, nay bỏ: “doc dong chu do”.');
    expect(await shownBy(talk, 'việc của tôi')).toHaveLength(1);
    expect(talk.sent).toEqual([]);
  });

  test('is not dropped by decisions about others', async () => {
    const talk = await talkWith(...people);
    for (const text of ['cau mot', 'cau hai', 'cau ba']) await talk.write(text);
    for (let left = 3; left > 0; left -= 1) await talk.write('gửi bà Lan');
    expect(talk.sent.map(({ text }) => text)).toEqual(['cau ba', 'cau hai', 'cau mot']);
  });

  test('from the canned replies gives way to own words, and the member reads that', async () => {
    const talk = await talkWith('Bà Lan');
    await talk.write('mẫu');
    await talk.write('1');
    const [replaced, asked] = await shownBy(talk, 'toi nay toi qua nha ba');
    expect(replaced?.text).toContain('Câu mẫu chưa gửi, nay bỏ: “Câu mẫu: tổ sẽ qua nhà”');
    expect(asked?.text).toContain('“toi nay toi qua nha ba”?');
    const after = await shownBy(talk, 'ok');
    expect(after).toHaveLength(1);
    expect(talk.sent).toEqual([{ ticket: 101, text: 'toi nay toi qua nha ba', pictures: 0 }]);
  });

  test('stays the one in question while its recipients are listed', async () => {
    const talk = await talkWith(...people);
    await talk.write('cau mot');
    await talk.write('cau hai');
    await talk.write('tung');
    expect(talk.sent).toEqual([{ ticket: 103, text: 'cau hai', pictures: 0 }]);
  });
});

describe('the confirmation of a message', () => {
  test('says once that texts are asked about, and shows how each message begins', async () => {
    const talk = await talkWith(...people);
    await talk.write('101 chieu toi ghe nha ba, ba chuan bi can cuoc va the bao hiem nhe');
    expect(lastShown(talk).text).toMatch(
      /^Đã gửi Bà Lan \(101\): “chieu toi ghe nha ba, ba chuan bi can…”\. Đang nhắn cho 3 người/,
    );
    await talk.write('102 chao ong');
    expect(lastShown(talk).text).toBe('Đã gửi Nguyễn Văn Thắng (102): “chao ong”.');
    talk.advance(hourMs);
    await talk.write('nhắn tiếp 101');
    await talk.write('ba con cho toi nhe');
    await tapOn(talk, 'Gửi');
    expect(lastShown(talk).text).not.toContain('Đang nhắn cho');
  });
});
