import {
  createMemberTalk,
  lastShown,
  type MemberTalk,
  startAt,
  talkWith,
  tapOn,
  titlesOf,
} from '../../helpers/member-talk.ts';

const bothLans = ['Gửi Bà Lan (101)', 'Gửi Lan Nguyen (102)'];
const asksFor = (talk: MemberTalk) => /Gửi cho ([^“]*): “([^”]*)”\?$/.exec(lastShown(talk).text)?.slice(1);

describe('a name that two residents have', () => {
  test.each(['Lan', 'bà lan', 'gui ba lan', 'cho lan nhe'])(
    '%j as the answer for whom a text is asks which, with a number and a button for both',
    async (answer) => {
      const talk = await talkWith('Bà Lan', 'Lan Nguyen', 'Nguyễn Văn Thắng');
      await talk.write('the bhyt cua chong sai ngay sinh');
      await talk.write(answer);
      expect(talk.sent).toEqual([]);
      expect(lastShown(talk).text).toMatch(/1\. 101 Bà Lan.*\n2\. 102 Lan Nguyen/);
      expect(titlesOf(talk)).toEqual(expect.arrayContaining(bothLans));
      await talk.write('2');
      expect(talk.sent).toEqual([{ ticket: 102, text: 'the bhyt cua chong sai ngay sinh', pictures: 0 }]);
    },
  );

  test('a whole name is that of one', async () => {
    const talk = await talkWith('Bà Lan', 'Lan Nguyen', 'Nguyễn Văn Thắng');
    await talk.write('the bhyt cua chong');
    await talk.write('lan nguyen');
    expect(talk.sent).toEqual([{ ticket: 102, text: 'the bhyt cua chong', pictures: 0 }]);
  });

  test.each(['lan oi the bhyt cua chong', 'bà Lan ơi, cháu qua nhé', 'lan the bhyt cua chong'])(
    '%j asks which, also while writing to one of them alone',
    async (text) => {
      const talk = createMemberTalk(['Bà Lan', 'Lan Nguyen'], startAt);
      talk.give(102, 'member');
      await talk.write('nhận 101');
      await talk.write('chao ba');
      await tapOn(talk, 'Gửi Bà Lan (101)');
      await talk.write(text);
      expect(talk.sent).toHaveLength(1);
      expect(titlesOf(talk)).toEqual(expect.arrayContaining(bothLans));
    },
  );

  test.each(['lan', 'ba lan', 'tim lan', 'tìm bà Lan'])('%j alone shows both', async (text) => {
    const talk = await talkWith('Bà Lan', 'Lan Nguyen', 'Nguyễn Văn Thắng');
    await talk.write(text);
    expect(lastShown(talk).text).toMatch(/đang giữ 2 việc[\s\S]*101 Bà Lan[\s\S]*102 Lan Nguyen/);
    expect(titlesOf(talk)).toEqual(['Nhắn tiếp 101', 'Nhắn tiếp 102']);
    await talk.write('2');
    expect(lastShown(talk).text).toContain('Lan Nguyen (102)');
    await talk.write('chi oi');
    expect(asksFor(talk)).toEqual(['Lan Nguyen (102)', 'chi oi']);
  });

  test.each(['xong lan', 'xem ba lan', 'goi lan'])('%j asks which', async (text) => {
    const talk = await talkWith('Bà Lan', 'Lan Nguyen', 'Nguyễn Văn Thắng');
    await talk.write(text);
    expect(lastShown(talk).text).toMatch(/101 Bà Lan[\s\S]*102 Lan Nguyen/);
    expect(talk.chat().pending).toEqual([]);
  });
});

describe('a resident whom a member names', () => {
  const people = ['Bà Lan', 'Nguyễn Văn Thắng', 'Tung Tran', 'Cô Mai'];

  test.each([
    ['ong thang oi, ong gui ho so chua', 'Nguyễn Văn Thắng (102)', 'ong thang oi, ong gui ho so chua'],
    ['tung oi chu ky so cua ben nao cap', 'Tung Tran (103)', 'tung oi chu ky so cua ben nao cap'],
    ['Tung Tran, anh xem lai nhe', 'Tung Tran (103)', 'Tung Tran, anh xem lai nhe'],
    ['van thang chu oi', 'Nguyễn Văn Thắng (102)', 'van thang chu oi'],
    ['gui ong thang: ho so co ngay hen khong', 'Nguyễn Văn Thắng (102)', 'ho so co ngay hen khong'],
    ['gửi cho Tùng: đọc dòng chữ đỏ', 'Tung Tran (103)', 'đọc dòng chữ đỏ'],
    // Tomorrow.
    ['mai chau qua', 'Bà Lan (101)', 'mai chau qua'],
    ['cô mai ơi, mai cháu qua', 'Cô Mai (104)', 'cô mai ơi, mai cháu qua'],
  ])('%j is proposed to that person', async (text, who, quote) => {
    const talk = await talkWith(...people);
    await talk.write('nhắn tiếp 101');
    await talk.write(text);
    expect(asksFor(talk)).toEqual([who, quote]);
    expect(talk.sent).toEqual([]);
  });

  test('with a title only is offered first, and the current one next', async () => {
    const talk = await talkWith(...people);
    await talk.write('nhắn tiếp 101');
    await talk.write('ong thang xem lai giay hen nhe');
    expect(titlesOf(talk).slice(0, 2)).toEqual(['Gửi Nguyễn Văn Thắng (102)', 'Gửi Bà Lan (101)']);
  });

  test('is not sent what is meant for them by name while the member writes to another one alone', async () => {
    const talk = createMemberTalk(people, startAt);
    talk.give(102, 'member');
    await talk.write('nhận 101');
    await talk.write('chao ba');
    await tapOn(talk, 'Gửi Bà Lan (101)');
    await talk.write('ong thang oi, ho so xong chua');
    expect(talk.sent).toHaveLength(1);
    expect(asksFor(talk)?.[0]).toBe('Nguyễn Văn Thắng (102)');
  });

  test.each(['xong tung', 'xong 103, anh tung', 'xong 103, cu khang', 'xong anh Tùng'])(
    '%j closes and is no text for anybody',
    async (text) => {
      const talk = await talkWith(...people);
      await talk.write(text);
      expect(lastShown(talk).text).toContain('Yêu cầu 103 đã làm thế nào?');
      expect(talk.chat().pending).toEqual([]);
    },
  );

  test('a number with the name of somebody else is asked about', async () => {
    const talk = await talkWith(...people);
    await talk.write('xong 103, ba lan');
    expect(lastShown(talk).text).toMatch(/101 Bà Lan[\s\S]*103 Tung Tran/);
  });

  test.each(['khong, gui cho tung', 'không phải, anh Tùng', 'nham, cau do gui tung', 'không, 103'])(
    '%j corrects the pending question',
    async (text) => {
      const talk = await talkWith(...people);
      await talk.write('nhắn tiếp 101');
      await talk.write('doc dong chu do');
      await talk.write(text);
      expect(asksFor(talk)).toEqual(['Tung Tran (103)', 'doc dong chu do']);
      expect(talk.sent).toEqual([]);
    },
  );

  test('a name by its first word answers for whom a text is', async () => {
    const talk = await talkWith(...people);
    await talk.write('het han thi vao app');
    await talk.write('tung');
    expect(talk.sent).toEqual([{ ticket: 103, text: 'het han thi vao app', pictures: 0 }]);
  });

  test.each(['xong Cô Mai', 'xong co mai', 'goi Trần Văn Mai'])(
    '%j is kept from the resident that they write to alone, when the ticket of that name is another member’s',
    async (text) => {
      const talk = await talkWith('Bà Lan', 'Cô Mai');
      await talk.write('tạm dừng 102');
      talk.give(102, 'colleague');
      await talk.write('101 chao ba');
      await talk.write(text);
      expect(talk.sent).toHaveLength(1);
      expect(lastShown(talk).text).toContain('giống lời dặn trợ lý');
    },
  );

  test.each(['xem bác nhé', 'xong rồi bác', 'xong chua ba', 'tìm trong VNeID nhé'])(
    '%j is text for the resident that they write to alone',
    async (text) => {
      const talk = await talkWith('Bà Lan');
      await talk.write('101 chao ba');
      await talk.write(text);
      expect(talk.sent.at(-1)?.text).toBe(text);
    },
  );

  test('a name that nobody has is said to be nobody’s', async () => {
    const talk = await talkWith(...people);
    await talk.write('tim hoa');
    expect(lastShown(talk).text).toContain('không có ai tên hoa');
  });
});

describe('the resident that a member writes to', () => {
  test.each(['3', '103', 'xem 103', 'Xem thêm 103'])(
    'is the one whose ticket they opened by %j',
    async (opens) => {
      const talk = await talkWith('Bà Lan', 'Nguyễn Văn Thắng', 'Tung Tran');
      await talk.write('nhắn tiếp 101');
      await talk.write('việc của tôi');
      await talk.write(opens);
      expect(lastShown(talk).text).toContain('Tin gõ từ giờ là cho Tung Tran (103)');
      await talk.write('chao anh');
      expect(asksFor(talk)).toEqual(['Tung Tran (103)', 'chao anh']);
    },
  );

  test('stays as it is when chosen again', async () => {
    const talk = await talkWith('Bà Lan');
    await talk.write('chao ba');
    await tapOn(talk, 'Gửi');
    await talk.write('nhắn tiếp 101');
    expect(lastShown(talk).text).toContain('Vẫn đang nhắn cho Bà Lan (101)');
    await talk.write('xem 101');
    await talk.write('ba can gi a');
    expect(talk.sent.at(-1)).toEqual({ ticket: 101, text: 'ba can gi a', pictures: 0 });
  });
});
