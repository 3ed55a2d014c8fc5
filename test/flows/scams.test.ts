import { staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot();
  await staffOffice(whole);
}, 300_000);
afterAll(() => whole.stop());

const hears = async (who: Resident) => (await who.news()).map(({ text }) => text);
const numberedSteps = (text: string) => text.match(/^\d\. /gm)?.length ?? 0;

describe('a resident in a scam', () => {
  it.each([
    ['công an đang gọi video bắt tôi giữ máy, không cho tắt', /lừa đảo.*Cúp máy/],
    ['tôi lỡ cài app họ gửi qua link rồi, chưa nhập gì', /lừa đảo.*Tắt nguồn/],
    ['me em lo doc ma otp cho no roi', /lừa đảo.*Khóa/],
    ['tôi chuyển cho nó 20 triệu rồi, giờ nó chặn', /lừa đảo.*không chuyển thêm.*ngân hàng/],
    ['nó dọa tung ảnh em lên mạng nếu không đưa tiền', /lừa đảo.*Đừng chuyển tiền/],
    [
      "Em nhận tin nhắn: 'Hồ sơ của quý khách đã được duyệt, vui lòng truy cập dichvucong-hn.vip đóng 120.000đ để nhận kết quả'. Đúng là em đang có hồ sơ chờ thật. Em đóng nhé?",
      /[Đđ]ừng|lừa đảo/,
    ],
    ['a guy on the phone controls my computer right now and tells me to log in to my bank', /scam.*Hang up/],
    ['a guy is controlling my computer right now and asks me to log in to my bank', /scam.*Hang up/],
    ['I already sent them 5 million and now they blocked me', /scam.*bank/],
  ])(
    'reads in the first line that it is one, and the one thing to do; then at most four steps: %s',
    async (text, first) => {
      const her = await whole.newResident('Bà Hai');
      await her.write(text);
      const [said = ''] = await hears(her);
      expect(said.split('\n')[0]).toMatch(first);
      expect(numberedSteps(said)).toBeGreaterThan(1);
      expect(numberedSteps(said)).toBeLessThanOrEqual(4);
    },
    60_000,
  );

  it('who asks whether to do it is told not to, then what to do after paying, and never reads a text twice', async () => {
    const him = await whole.newResident('Bác Năm');
    const talk: string[] = [];
    for (const text of [
      'họ bảo tôi nộp 2 triệu phí trước mới cho vay, tôi có nên nộp không',
      'chuyển 20 triệu rồi',
      'giờ làm sao',
      'rồi sao nữa',
    ]) {
      await him.write(text);
      talk.push((await hears(him))[0] ?? '');
    }
    const [asked, paid, ...next] = talk;
    expect(asked).toMatch(/đừng/i);
    expect(paid).toContain('không chuyển thêm');
    expect(next.join('\n')).toContain('ngân hàng');
    expect(new Set(talk).size).toBe(talk.length);
  }, 60_000);

  it('who lost all and tells nobody is told of the bank and the police, and of no blackmail', async () => {
    const her = await whole.newResident('Chị Bảy');
    await her.write('Em bị lừa hết tiền rồi chị ơi em không dám nói với chồng');
    const said = (await hears(her)).join();
    expect(said).toMatch(/ngân hàng/i);
    expect(said).not.toMatch(/doạ|dọa|tung ảnh/);
  }, 60_000);

  it('who asks whom to call reads the bank again, also with an open ticket', async () => {
    const her = await whole.newResident('Bà Sáu');
    await her.write('nó gửi đường dẫn, tôi bấm tải rồi nó hiện chữ VNeID màu đỏ');
    await hears(her);
    await her.write('bay gio goi ai chu oi con toi di lam het roi');
    expect((await hears(her)).join()).toMatch(/ngân hàng/);
  }, 60_000);

  it('can reach a person from the answer', async () => {
    const her = await whole.newResident('Cô Ba');
    await her.write('nó đang bảo tôi đọc mã otp, nó chờ máy');
    const [said] = await her.news();
    expect(said?.buttons?.map(({ title }) => title)).toContain('Gặp cán bộ');
  }, 60_000);

  it.each([
    'nộp lệ phí hộ chiếu online bao nhiêu',
    'các chiêu lừa đảo hay gặp bây giờ là gì',
    'mã otp vneid không về máy',
    'em chuyển nhầm tiền cho người lạ thì làm thế nào',
  ])(
    'is not told of a scam when the question is ordinary: %s',
    async (text) => {
      const him = await whole.newResident('Chú Tư');
      await him.write(text);
      expect((await hears(him)).join('\n')).not.toMatch(/^Đây là lừa đảo|kiểu lừa đảo hay gặp/);
    },
    60_000,
  );
});
