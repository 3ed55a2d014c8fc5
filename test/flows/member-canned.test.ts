import { minuteMs } from '../../src/durations.ts';
import { makeDistrictLocales } from '../helpers/district-locales.ts';
import { askForHelp, linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [, haiId = ''] = members.village;

/** Prepared replies, picked in Zalo. */
describe.each([
  ['the office', async () => undefined],
  ['another district', makeDistrictLocales],
])('canned replies in %s', (_where, makeLocales) => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let locales: Awaited<ReturnType<typeof makeDistrictLocales>> | undefined;
  let hai: MemberPhone;
  let lan: Resident;
  let number: number;

  beforeAll(async () => {
    locales = await makeLocales();
    whole = await startWholeBot({ ...(locales && { locales: locales.folder }) });
    office = await staffOffice(whole);
    hai = await linkPhone(whole, haiId);
  });
  beforeEach(async () => {
    // With a stopped clock the messages of all tests would count as one flood.
    await whole.advance(minuteMs);
    lan = await whole.newResident('Bà Lan');
    number = await askForHelp(lan, office.village.name);
    await hai.hears();
    await hai.tap(`Nhận việc ${number}`);
    await hai.hears();
    await lan.news();
  });
  afterEach(async () => {
    await whole.bot.dependencies.tickets.dismiss({ number, by: { operator: 'test' } });
    await hai.hears();
  });
  afterAll(async () => {
    await whole.stop();
    await locales?.remove();
  });

  const hears = async () => (await hai.hears()).join('\n');
  const residentHears = async () => (await lan.news()).map(({ text }) => text).join('\n');

  /** Picks the reply for every topic from the list. */
  async function pick(): Promise<string> {
    const line = /^(\d)\. Hẹn qua nhà$/m.exec(await hears());
    await hai.write(line?.[1] ?? 'no such line');
    return hears();
  }

  test('are listed for the current ticket, shown filled in, and sent only after a yes', async () => {
    await hai.write('mẫu');
    const asked = await pick();
    expect(asked).toContain(`Tổ thử ${office.village.name} sẽ qua`);
    expect(asked).toContain(`thôn ${office.village.name}`);
    expect(asked).toMatch(new RegExp(`Gửi cho .*Lan \\(${number}\\): “`));
    expect(await residentHears()).toBe('');

    await hai.tap('Gửi');
    expect(await hears()).toContain('Đã gửi');
    const said = await residentHears();
    expect(said).toContain(`Tổ thử ${office.village.name} sẽ qua`);
    expect(said).not.toContain('{{');
  });

  test('are not sent after a no', async () => {
    await hai.write(`mau ${number}`);
    await pick();
    await hai.tap('Bỏ');
    expect(await hears()).toContain('Đã bỏ, không gửi cho ai');
    expect(await residentHears()).toBe('');
  });

  test('are not offered for the ticket of another member', async () => {
    await whole.bot.dependencies.tickets.release({ number, by: { memberId: haiId } });
    await hears();
    await hai.write(`mẫu ${number}`);
    expect(await hears()).not.toContain('Hẹn qua nhà');
  });
});
