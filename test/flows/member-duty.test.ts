import { dayMs, hourMs, minuteMs } from '../../src/durations.ts';
import { askForHelp, linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [hoaId = ''] = members.village;

describe('a member on duty', () => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let hoa: MemberPhone;
  let today: number;

  beforeAll(async () => {
    whole = await startWholeBot();
    office = await staffOffice(whole);
    hoa = await linkPhone(whole, hoaId);
    today = Date.parse('2026-10-06T00:00:00+07:00');
  }, 60_000);
  /** Each test starts on a new morning, with nothing left from the day before. */
  beforeEach(async () => {
    const { database, tickets } = whole.bot.dependencies;
    const left = database.db.selectFrom('tickets').select('number').where('status', '!=', 'resolved');
    for (const { number } of await left.execute()) {
      await tickets.dismiss({ number, by: { operator: 'test' } });
    }
    today += dayMs;
    await moveTo(8 * hourMs);
    await hoa.write('truc');
    await hoa.hears();
  });
  afterAll(() => whole.stop());

  const moveTo = async (timeOfDay: number) => {
    await whole.advance(today + timeOfDay - whole.clock.now());
    await whole.settled();
  };
  const says = async (text: string) => {
    await whole.advance(minuteMs);
    await hoa.write(text);
    return (await hoa.hears()).join('\n');
  };
  const awayUntil = async () =>
    (
      await whole.bot.dependencies.database.db
        .selectFrom('members')
        .select('away_until')
        .where('member_id', '=', hoaId)
        .executeTakeFirstOrThrow()
    ).away_until;
  const ask = async (name: string, asking?: object) => {
    await whole.advance(minuteMs);
    return askForHelp(await whole.newResident(name), office.village.name, asking);
  };

  test('lists own and new tickets in short lines, picked by number', async () => {
    const { tickets } = whole.bot.dependencies;
    expect(await says('việc của tôi')).toContain('không giữ việc nào');
    const first = await ask('Bà Lan');
    const second = await ask('Cô Mai', { question: 'quen mat khau etax' });
    expect(await says('viec moi')).toMatch(
      new RegExp(
        `Việc chưa có người nhận \\(2\\):\\n1\\. ${first} Bà Lan, Chữ ký số.*, chờ \\d+ phút, còn 4[78] giờ, đang hỏi mình\\n2\\. ${second} Cô Mai, `,
      ),
    );
    expect(await says('2')).toContain(`Yêu cầu ${second}, `);
    await tickets.claim({ number: first, by: { memberId: hoaId } });
    await hoa.hears();
    await whole.advance(3 * hourMs);
    expect(await says('viec cua toi')).toMatch(
      new RegExp(`Việc đang giữ \\(1\\):\\n1\\. ${first} Bà Lan, Chữ ký số.*, chờ 3 giờ, còn 4\\d giờ`),
    );
    // The reminder about the other one has arrived in between: a number does not pick from its buttons.
    expect(await says('1')).toContain('lam chu ky so the nao');
    expect(await says(String(first))).toContain('lam chu ky so the nao');
  });

  test('reads ten tickets on two pages, and many new ones as one list instead of cards', async () => {
    const { tickets, database } = whole.bot.dependencies;
    await moveTo(22 * hourMs);
    for (let count = 0; count < 5; count += 1) await ask(`Bà con ${count}`);
    expect(await hoa.hears()).toEqual([]);
    await whole.advance(9 * hourMs);
    const heard = await hoa.hears();
    expect(heard.filter((text) => text.startsWith('Việc chưa có người nhận'))).toHaveLength(1);
    expect(heard.filter((text) => text.startsWith('Yêu cầu'))).toEqual([]);
    for (let count = 5; count < 10; count += 1) await ask(`Bà con ${count}`);
    const open = database.db.selectFrom('tickets').select('number').where('status', '!=', 'resolved');
    for (const { number } of await open.execute()) {
      await tickets.claim({ number, by: { memberId: hoaId } });
    }
    await hoa.hears();
    const page = await says('việc của tôi');
    expect(page).toContain('Việc đang giữ (10):');
    expect(page).toContain('\n9. ');
    expect(page).not.toContain('\n10. ');
    expect(page.length).toBeLessThan(2_000);
    await hoa.tap('Tiếp');
    const [next] = await hoa.hears();
    expect(next).toMatch(/\n1\. \d+ Bà con/);
    expect(next).not.toContain('\n2. ');
  }, 120_000);

  test('goes on leave until a given day, and gives back the tickets without blame', async () => {
    const number = await ask('Bà Lan');
    await whole.bot.dependencies.tickets.claim({ number, by: { memberId: hoaId } });
    await hoa.hears();
    expect(await says('ban den thu hai')).toContain(`Vẫn đang giữ 1 việc (${number})`);
    expect(await awayUntil()).toBe(Date.parse('2026-10-12T00:00:00+07:00'));
    await hoa.tap('Trả lại hết cho tổ');
    expect((await hoa.hears()).join()).toContain(`Đã trả lại tổ: ${number}`);
    expect(await office.ticket(number)).toMatchObject({ status: 'new', assignee_id: null });
    expect(await says('trực')).toContain('đang trực');
    expect(await awayUntil()).toBeNull();
    await says('nghỉ');
    expect(await awayUntil()).toBeGreaterThan(Date.parse('2100-01-01'));
    await says('truc');
    await says('bận hôm nay');
    expect(await awayUntil()).toBe(today + dayMs);
    expect(await says('bận đến khi nào rảnh')).toContain('Bận đến khi nào?');
  });

  test('asks the bot once as a resident would', async () => {
    expect(await says('hoi nhu nguoi dan')).toContain('Cứ hỏi đi');
    expect(await says('quen mat khau etax')).toContain('VNeID');
    expect(await says('quen mat khau etax')).toContain('chưa gửi cho ai');
    expect(await says('giup')).toContain('hỏi như người dân');
  });

  test('gets only urgent messages at night; the rest comes in the morning', async () => {
    await moveTo(22 * hourMs);
    const late = await ask('Ông Tư');
    await whole.settled();
    expect((await hoa.hears()).join()).not.toContain(`Yêu cầu ${late}`);
    const urgent = await ask('Cô Bảy', { handoff: 'cho gặp cán bộ, việc gấp lắm' });
    await whole.settled();
    expect((await hoa.hears()).join()).toContain(`Yêu cầu ${urgent}`);
    await moveTo(30 * hourMs + 31 * minuteMs);
    expect((await hoa.hears()).join()).toContain(`Yêu cầu ${late}`);
  });

  test('gets messages at night while they are writing themselves', async () => {
    const number = await ask('Bà Lan');
    await moveTo(20 * hourMs + 50 * minuteMs);
    await hoa.tap(`Nhận việc ${number}`);
    await moveTo(21 * hourMs + 10 * minuteMs);
    await hoa.hears();
    await ask('Ông Tư');
    await whole.settled();
    expect((await hoa.hears()).join()).toContain('Ông Tư hỏi');
  });

  test('who blocked the OA gets no messages until they write again, and then those that waited', async () => {
    await whole.call('PATCH', `/sim/users/${hoa.userId}`, { blocked: true });
    const number = await ask('Bà Lan');
    await whole.settled();
    await whole.call('PATCH', `/sim/users/${hoa.userId}`, { blocked: false });
    const second = await ask('Cô Mai');
    await whole.settled();
    expect((await hoa.hears()).join()).not.toContain(`Yêu cầu ${second}`);
    const heard = await says('viec moi');
    expect(heard).toContain(`${number} Bà Lan`);
    // The member has not seen the second yet, so the bot asked for its name only with its card.
    expect(heard).toContain(`Yêu cầu ${second}`);
    expect(heard).toContain('Cô Mai hỏi');
  });
});
