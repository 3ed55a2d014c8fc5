import { minuteMs } from '../../src/durations.ts';
import { askForHelp, linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [leadId = '', haiId = ''] = members.village;

/** A volunteer, or somebody with the volunteer's phone, who asks a resident for what no helper needs. */
describe('a member who asks a resident for a secret or for money', () => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let lead: MemberPhone;
  let hai: MemberPhone;
  let lan: Resident;
  let number: number;

  beforeAll(async () => {
    whole = await startWholeBot();
    office = await staffOffice(whole);
    lead = await linkPhone(whole, leadId);
    hai = await linkPhone(whole, haiId);
    lan = await whole.newResident('Bà Lan');
    number = await askForHelp(lan, office.village.name);
    await hai.tap(`Nhận việc ${number}`);
    await hai.hears();
    await hai.write('chau chao bac');
    await hai.hears();
    await hai.tap('Gửi');
    await hai.hears();
  }, 180_000);
  beforeEach(async () => {
    await whole.advance(minuteMs);
    await lan.news();
    await lead.hears();
  });
  afterAll(() => whole.stop());

  test.each([
    ['cho xin mã otp', 'mã OTP, mật khẩu', 'mã, mật khẩu'],
    ['gửi mật khẩu cho cháu', 'mã OTP, mật khẩu', 'mã, mật khẩu'],
    ['mã 6 số', 'mã OTP, mật khẩu', 'mã, mật khẩu'],
    ['chuyển khoản 200k cho cháu làm hộ', 'xin tiền', 'tiền hoặc số tài khoản'],
    ['stk ngân hàng', 'số tài khoản', 'tiền hoặc số tài khoản'],
  ])('is stopped, told why, and the lead reads about it: %s', async (text, why, told) => {
    await hai.write(text);
    expect((await hai.hears()).join('\n')).toMatch(new RegExp(`Tin này chưa gửi: .*${why}`));
    expect(await lan.news()).toEqual([]);
    const heard = (await lead.hears()).join('\n');
    expect(heard).toContain(`bà con của yêu cầu ${number}`);
    expect(heard).toContain(told);
    expect(heard).not.toContain(text);
  });

  test.each(['đừng đưa mã OTP cho ai nhé', 'bác nhớ không chuyển khoản cho ai tự xưng cán bộ'])(
    'may warn, and no lead is told: %s',
    async (text) => {
      await hai.write(text);
      await hai.hears();
      expect((await lan.news()).map((one) => one.text).join('\n')).toContain(text);
      expect(await lead.hears()).toEqual([]);
    },
  );
});
