import { type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** Questions whose answer is not enough. Typed like their titles, so that no result depends on training. */
const scams = [
  ['scam-gave-otp', 'Lỡ lộ mã OTP, mật khẩu rồi phải làm gì?', 'Gọi ngân hàng'],
  ['scam-installed-app', 'Lỡ cài ứng dụng lạ thì làm gì ngay?', 'Tắt nguồn điện thoại'],
  ['scam-transferred-money', 'Đã chuyển tiền cho kẻ lừa đảo, làm gì?', 'không chuyển thêm đồng nào'],
];
const benefits = [
  ['benefit-not-arrived', 'Tháng này chưa thấy tiền trợ cấp?', 'điểm phục vụ hành chính công'],
];
const deaths = [
  ['death-register', 'Đăng ký khai tử ở đâu, cần gì?', 'trong 15 ngày'],
  ['death-linked', 'Khai tử kèm xóa thường trú, mai táng phí?', 'liên thông'],
];

describe('an answer that also needs a person', () => {
  let whole: WholeBot;
  let office: StaffedOffice;

  beforeAll(async () => {
    whole = await startWholeBot();
    office = await staffOffice(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  it.each([...scams, ...benefits, ...deaths])(
    '%s: comes first; then who helps, by when, and what is missing',
    async (cause, question, core) => {
      const lan = await whole.newResident('Bà Lan');
      await lan.write(question ?? '');
      const [answer, offer] = (await lan.news()).map(({ text }) => text);
      expect(answer).toContain(core);
      const number = Number(/yêu cầu (\d+)/.exec(offer ?? '')?.[1]);
      expect(offer).toContain(`Tổ thử ${office.commune.name} sẽ trả lời trước 2 giờ chiều nay`);
      expect(offer).toContain('nhắn: gọi cho tôi');
      expect(offer).toContain('Nhà ở thôn nào ạ?');

      await lan.write(`thôn ${office.village.name}`);
      expect((await lan.news()).map(({ text }) => text).join()).toContain(
        `Tổ thử ${office.village.name} sẽ trả lời yêu cầu ${number}`,
      );
      expect(await office.ticket(number)).toMatchObject({ team_id: 'to-thon', status: 'new' });
      const { db } = whole.bot.dependencies.database;
      const opened = await db
        .selectFrom('ticket_events')
        .innerJoin('tickets', 'tickets.id', 'ticket_id')
        .select('data')
        .where('number', '=', number)
        .where('event', '=', 'opened')
        .executeTakeFirstOrThrow();
      expect(opened.data).toMatchObject({ cause });
    },
    60_000,
  );

  it('adds the phone number of a resident who prefers a call to the same ticket', async () => {
    const lan = await whole.newResident('Bà Lan');
    await lan.write('Đã chuyển tiền cho kẻ lừa đảo, làm gì?');
    const said = (await lan.news()).map(({ text }) => text).join();
    const number = Number(/yêu cầu (\d+)/.exec(said)?.[1]);
    await lan.write('gọi cho tôi');
    const [joined, consent] = (await lan.news()).map(({ text }) => text);
    expect(joined).toContain(`ghi thêm vào yêu cầu ${number}`);
    expect(consent).toContain('Tình nguyện viên');
    expect(await office.ticket(number)).toMatchObject({ kind: 'call-back' });
  }, 60_000);

  it.each(['bố em vừa mất', 'me chau mat hom qua gio lam thu tuc gi'])(
    'begins with sympathy for a bereaved resident: %s',
    async (text) => {
      const lan = await whole.newResident('Bà Lan');
      await lan.write(text);
      const [answer] = (await lan.news()).map(({ text: said }) => said);
      expect(answer).toMatch(/^Xin chia buồn cùng gia đình/);
    },
    60_000,
  );
});
