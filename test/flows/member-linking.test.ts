import { dayMs, hourMs, minuteMs } from '../../src/durations.ts';
import { inviteMember, linkPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const pledge = 'Tôi giữ kín thông tin của bà con';
const [hoa = '', hai = '', hung = ''] = members.village;

describe('the code of a member', () => {
  let whole: WholeBot;
  let office: StaffedOffice;

  beforeAll(async () => {
    whole = await startWholeBot();
    office = await staffOffice(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const says = async (person: Resident, text: string) => {
    await person.write(text);
    return (await person.news()).map((message) => message.text).join('\n');
  };
  const linksOf = async (memberId: string) =>
    whole.bot.dependencies.database.db
      .selectFrom('member_links')
      .select(['person_id', 'revoked_at', 'pledged_at'])
      .where('member_id', '=', memberId)
      .orderBy('id')
      .execute();

  test('links the phone that sends it, in any case, once; shows nothing before the pledge', async () => {
    const code = await inviteMember(whole, hoa);
    const phone = await whole.newResident('Máy mới');
    expect(await says(phone, code.toLowerCase().replace('-', ''))).toMatch(
      new RegExp(`Chị Hoa.*Tổ thử ${office.village.name}`),
    );
    expect(await says(phone, 'việc mới')).toContain('xin bấm nút');
    expect(await linksOf(hoa)).toMatchObject([{ person_id: phone.userId, pledged_at: null }]);

    await phone.tap(pledge);
    expect((await phone.news())[0]?.text).toContain('Cảm ơn Chị Hoa');
    expect(await says(phone, 'viec moi')).toContain('không có việc mới');
    expect((await linksOf(hoa))[0]?.pledged_at).not.toBeNull();

    const other = await whole.newResident('Người khác');
    expect(await says(other, code)).toContain('không đúng, đã dùng rồi');
  });

  test('used by the same member on a new phone ends the old link; the old phone is told so and reaches nobody', async () => {
    const old = await linkPhone(whole, hai);
    const fresh = await linkPhone(whole, hai);
    expect(await linksOf(hai)).toMatchObject([
      { person_id: old.userId, revoked_at: expect.any(Number) },
      { person_id: fresh.userId, revoked_at: null },
    ]);
    expect(await says(old, 'chao bac, chieu chau qua')).toContain('Tin vừa nhắn không gửi cho ai');
    expect(await says(old, 'lam can cuoc o dau')).not.toContain('không còn nhận việc');
  });

  test('does not take over a phone of another member', async () => {
    const phone = await linkPhone(whole, hung);
    expect(await says(phone, await inviteMember(whole, hoa))).toContain('đang là của một thành viên khác');
    expect((await linksOf(hung)).filter(({ revoked_at }) => revoked_at === null)).toHaveLength(1);
  });

  test('is invalid after seven days, and once there is a newer one', async () => {
    const [first, second] = [await inviteMember(whole, hoa), await inviteMember(whole, hoa)];
    const phone = await whole.newResident('Máy cũ');
    expect(await says(phone, first)).toContain('không đúng');
    await whole.advance(7 * dayMs + minuteMs);
    expect(await says(phone, second)).toContain('quá hạn');
  });

  test('locks the account for an hour after five wrong ones, even for the right one', async () => {
    const phone = await whole.newResident('Người thử mã');
    const right = await inviteMember(whole, hoa);
    for (const wrong of ['BCGH-KLMN', 'BCGH-KLMP', 'BCGH-KLMR', 'BCGH-KLMS']) {
      expect(await says(phone, wrong)).toContain('không đúng');
    }
    expect(await says(phone, 'BCGH-KLMT')).toContain('tạm khoá');
    expect(await says(phone, right)).toContain('tạm khoá');
    await whole.advance(hourMs + minuteMs);
    expect(await says(phone, right)).toContain('Chị Hoa');
  });

  test('works only at its own OA', async () => {
    const code = await inviteMember(whole, members.cluster[0] ?? '', 'another-oa');
    const phone = await whole.newResident('Máy ở xã khác');
    expect(await says(phone, code)).toContain('không đúng');
  });
});
