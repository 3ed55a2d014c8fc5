import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describe('a resident who offers a secret', () => {
  let whole: WholeBot;

  beforeAll(async () => {
    whole = await startWholeBot();
  }, 180_000);
  afterAll(() => whole.stop());

  const firstLineFor = async (name: string, text: string) => {
    const resident = await whole.newResident(name);
    await resident.write(text);
    return (await resident.news())[0]?.text.split('\n')[0];
  };

  test.each([
    ['gửi mật khẩu nhé', /^Dạ không, .*đừng gửi mã hay mật khẩu.*lấy được tiền/],
    ['đăng nhập giùm bác', /^Dạ không, không ai được đăng nhập thay.*vay tiền/],
    ['bác gửi ảnh căn cước được không', /^Dạ không, .*đừng gửi ảnh căn cước.*mượn tên/],
    ['can I send you my password', /^No, please do not send a code or a password/],
  ])('reads in the first line that they must not, and why: %s', async (text, refusal) => {
    expect(await firstLineFor(`Bà ${text.length}`, text)).toMatch(refusal);
  });

  test('is addressed as they wish', async () => {
    const resident = await whole.newResident('Bà Tư');
    await resident.write('cứ gọi tôi là bác nhé');
    await resident.news();
    await resident.write('đọc mã cho cháu nhé');
    expect((await resident.news())[0]?.text).toMatch(/^Dạ không, bác đừng gửi mã hay mật khẩu/);
  });

  test.each(['mã otp không gửi về', 'quên mật khẩu etax'])(
    'is not refused when they only ask: %s',
    async (text) => {
      expect(await firstLineFor(`Ông ${text.length}`, text)).not.toMatch(/^Dạ không/);
    },
  );
});
