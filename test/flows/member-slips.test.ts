import { minuteMs } from '../../src/durations.ts';
import { askForHelp, buttonsOf, linkPhone, type MemberPhone, says, taps } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [leadId = '', haiId = ''] = members.village;

/** Slips of a volunteer who had not seen the product: each began as a walk with several open tickets. */
describe('a member who types as people do', () => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let hai: MemberPhone;
  let lan: Resident;
  let mai: Resident;
  let first: number;
  let second: number;

  const heardBy = async (resident: Resident) => (await resident.news()).map(({ text }) => text).join('\n');
  const asksForHelp = async (resident: Resident) => {
    const number = await askForHelp(resident, office.village.name, { question: 'bac muon lam chu ky so' });
    await whole.settled();
    await heardBy(resident);
    await hai.hears();
    return number;
  };

  beforeAll(async () => {
    whole = await startWholeBot();
    office = await staffOffice(whole);
    hai = await linkPhone(whole, haiId);
  }, 60_000);
  beforeEach(async () => {
    await whole.advance(minuteMs);
    lan = await whole.newResident('Nguyễn Thị Lan');
    mai = await whole.newResident('Cô Mai');
    first = await asksForHelp(lan);
    second = await asksForHelp(mai);
    await says(hai, `nhận ${first}`);
    await heardBy(lan);
  });
  afterEach(async () => {
    const { database, tickets } = whole.bot.dependencies;
    const open = database.db.selectFrom('tickets').select('number').where('status', '!=', 'resolved');
    for (const { number } of await open.execute())
      await tickets.dismiss({ number, by: { operator: 'test' } });
    await database.db.deleteFrom('member_chats').execute();
    await hai.hears();
  });
  afterAll(() => whole.stop());

  describe('without naming anybody', () => {
    const claimBoth = async () => {
      await says(hai, `nhận ${second}`);
      await heardBy(mai);
    };

    test('with one open ticket is asked once and then understood', async () => {
      expect(await says(hai, 'chau chao bac')).toContain(`Gửi cho bác Lan (${first}): “chau chao bac”?`);
      await taps(hai, 'Gửi');
      expect(await says(hai, 'bac mang can cuoc nhe')).toContain(`Đã gửi bác Lan (${first})`);
      expect(await heardBy(lan)).toContain('bac mang can cuoc nhe');
    });

    test('with two open ones is asked for whom, the likeliest first, and nothing goes out before a name is tapped', async () => {
      await claimBoth();
      await whole.advance(minuteMs);
      await says(hai, `${second} chau chao co`);
      await heardBy(mai);
      const asked = await says(hai, 'bac mang can cuoc den nhe');
      expect(asked).toContain('Tin này chưa gửi cho ai: “bac mang can cuoc den nhe”. Gửi cho ai?');
      expect(await buttonsOf(hai)).toEqual([
        `Gửi bác Mai (${second})`,
        `Gửi bác Lan (${first})`,
        'Ghi chú',
        'Bỏ',
      ]);
      expect(await says(hai, 'gửi')).toContain('Gửi cho ai?');
      expect([await heardBy(lan), await heardBy(mai)]).toEqual(['', '']);
      expect(await taps(hai, `Gửi bác Lan (${first})`)).toContain(`Đã gửi bác Lan (${first})`);
      expect(await heardBy(lan)).toContain('bac mang can cuoc den nhe');
      expect(await heardBy(mai)).toBe('');
    });

    test('whoever wrote last is the likeliest', async () => {
      await claimBoth();
      await says(hai, `${second} chau chao co`);
      await whole.advance(minuteMs);
      await lan.write('bac can mang giay gi');
      await whole.settled();
      await whole.advance(minuteMs);
      await hai.hears();
      await says(hai, 'mang can cuoc a');
      expect((await buttonsOf(hai))[0]).toBe(`Gửi bác Lan (${first})`);
    });

    test('right after one was opened to write to is proposed to that one by name, until another one writes', async () => {
      await claimBoth();
      await says(hai, `nhắn tiếp ${first}`);
      expect(await says(hai, 'chao bac')).toContain(`Gửi cho bác Lan (${first}): “chao bac”?`);
      await taps(hai, 'Gửi');
      expect(await says(hai, 'mai chau qua')).toContain('Gửi cho ai?');
      await taps(hai, 'Bỏ');
      await says(hai, `nhắn tiếp ${first}`);
      await whole.advance(minuteMs);
      await mai.write('co hoi them mot chuyen');
      await whole.settled();
      await whole.advance(minuteMs);
      await hai.hears();
      expect(await says(hai, 'da vang a')).toContain('Gửi cho ai?');
    });

    test('a ticket that was given to them counts as open, though they never wrote to its resident', async () => {
      await says(hai, `${first} chau chao bac`);
      const { tickets } = whole.bot.dependencies;
      expect(
        await tickets.assign({ number: second, memberId: haiId, by: { memberId: leadId } }),
      ).toMatchObject({
        kind: 'done',
      });
      await whole.settled();
      await whole.advance(minuteMs);
      expect((await hai.hears()).join('\n')).toContain(`Yêu cầu ${second} giao cho mình lo`);
      await heardBy(lan);
      expect(await says(hai, 'chieu chau qua nha co')).toContain('Gửi cho ai?');
      expect((await buttonsOf(hai))[0]).toBe(`Gửi bác Mai (${second})`);
      expect([await heardBy(lan), (await heardBy(mai)).includes('chieu chau qua')]).toEqual(['', false]);
    });

    test('a paused talk is out of the question until its resident writes', async () => {
      await claimBoth();
      await taps(hai, `Tạm dừng ${second}`);
      await says(hai, `${first} chau chao bac`);
      expect(await says(hai, 'bac mang can cuoc nhe')).toContain(`Đã gửi bác Lan (${first})`);
      await whole.advance(minuteMs);
      await mai.write('co can mang giay gi');
      await whole.settled();
      await whole.advance(minuteMs);
      await hai.hears();
      await heardBy(lan);
      expect(await says(hai, 'mang can cuoc a')).toContain('Gửi cho ai?');
      expect((await buttonsOf(hai))[0]).toBe(`Gửi bác Mai (${second})`);
      expect(await heardBy(lan)).toBe('');
    });

    test('as a note is asked for which ticket, and no resident reads it', async () => {
      await claimBoth();
      await says(hai, 'de toi toi goi lai');
      expect(await taps(hai, 'Ghi chú')).toContain('Ghi chú “de toi toi goi lai” vào việc của ai?');
      expect(await taps(hai, `Ghi cho bác Lan (${first})`)).toContain(`Đã ghi chú vào yêu cầu ${first}`);
      expect([await heardBy(lan), await heardBy(mai)].join('')).not.toContain('goi lai');
    });
  });

  test.each([
    'danh sach',
    'Danh sách',
    'ds',
    'danh sách việc',
    'xem viec',
    'viec cua toi',
    'việc của em',
    'cho em xem danh sách việc với ạ',
  ])('%j shows the list of their tickets', async (text) => {
    expect(await says(hai, text)).toContain('Việc đang giữ (1):');
    expect(await heardBy(lan)).toBe('');
  });

  test.each(['bác đã xong chưa ạ', 'xong chưa bác', 'đã xong chưa', 'Đã xong chưa?'])(
    '%j is a question to the resident and closes nothing',
    async (text) => {
      await says(hai, `${first} chau chao bac`);
      await heardBy(lan);
      expect(await says(hai, text)).toContain(`Đã gửi bác Lan (${first})`);
      expect(await heardBy(lan)).toContain(text);
      expect(await office.ticket(first)).toMatchObject({ status: expect.not.stringContaining('resolved') });
    },
  );

  test('xong chưa from the resident is no answer that it is done', async () => {
    await lan.write('đã xong chưa em');
    await whole.settled();
    expect(await office.ticket(first)).toMatchObject({ status: 'open' });
    await says(hai, `xong ${first}`);
    await taps(hai, 'Đã gọi hướng dẫn');
    await heardBy(lan);
    await lan.write('đã xong chưa ạ');
    await whole.settled();
    expect(await office.timeline(first)).not.toContain('noted (said-done)');
    expect(await heardBy(lan)).not.toMatch(/chấm|điểm/);
  });

  test('what tells how to change a password goes out in a running talk too', async () => {
    await says(hai, `${first} chau chao bac`);
    const text = 'bác vào phần đổi mật khẩu rồi gõ mật khẩu mới';
    expect(await says(hai, text)).toContain(`Đã gửi bác Lan (${first})`);
    expect(await heardBy(lan)).toContain(text);
  });

  test.each([
    'bác vào phần đổi mật khẩu ạ',
    'đổi lại mật khẩu VNeID thì bác vào Cài đặt rồi gõ mật khẩu mới',
    'bác nhập mã OTP vào ô trên máy của bác',
  ])('%j tells how and reaches the resident', async (text) => {
    expect(await says(hai, `${first} ${text}`)).toContain(`Đã gửi bác Lan (${first})`);
    expect(await heardBy(lan)).toContain(text);
  });

  test.each(['bác gửi mật khẩu cho em', 'đọc mã cho em nhé bác', 'cho em xin pass'])(
    '%j is stopped',
    async (text) => {
      expect(await says(hai, `${first} ${text}`)).toContain('Tin này chưa gửi');
      expect(await heardBy(lan)).toBe('');
    },
  );
});
