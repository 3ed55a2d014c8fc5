import { talkOf } from '../helpers/talk-of.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot();
}, 120_000);
afterAll(() => whole.stop());

const talk = (...lines: string[]) => talkOf(whole, lines);

describe('a resident who wants it done for them', () => {
  it('reads first that the bot cannot, then how they do it', async () => {
    const [answer = ''] = await talk('đăng ký khai sinh hộ bác với');
    expect(answer).toMatch(/^Dạ, việc này cháu không làm thay bác được ạ\. Bác tự làm thì như sau:/);
    expect(answer).toContain('giấy chứng sinh');
  }, 60_000);

  it('is told that the bot books nothing', async () => {
    const [answer] = await talk('đặt lịch hộ bác làm căn cước mai');
    expect(answer).toMatch(/^Dạ, cháu không đặt lịch cho bác được ạ/);
    expect(answer).toContain('công an xã');
  }, 60_000);

  it('is told that the bot sees no files, and how to look', async () => {
    const [answer] = await talk('tra hộ cô xem hồ sơ H26.123-250909-0042 đến đâu');
    expect(answer).toMatch(/^Dạ, cháu không xem được hồ sơ, giấy tờ riêng của cô ạ/);
    expect(answer).toContain('dichvucong.gov.vn');
  }, 60_000);

  it('reads the line above an answer about an object too, which is not about acting for somebody else', async () => {
    const [answer] = await talk('Nộp hộ bác tờ khai thuế');
    expect(answer).toMatch(/^Dạ, việc này cháu không làm thay bác được ạ/);
    expect(answer).not.toMatch(/việc làm thay thì/i);
  }, 60_000);

  it('reads it above a question back too, when nothing tells what it is about', async () => {
    const [answer] = await talk('nộp hộ em cái này');
    expect(answer).toMatch(/^Dạ, việc này mình không làm thay bạn được ạ/);
  }, 60_000);

  it('reads the line once in a talk', async () => {
    const [, second] = await talk('đăng ký khai sinh hộ bác với', 'đăng ký tạm trú giúp bác với');
    expect(second).not.toContain('không làm thay');
    expect(second).toMatch(/tạm trú/i);
  }, 60_000);

  it('reads the sympathy before it', async () => {
    const [answer] = await talk('bố tôi mất hôm qua, khai tử giúp tôi với');
    expect(answer).toMatch(/^Xin chia buồn/);
    expect(answer).toContain('không làm thay');
  }, 60_000);

  it('reads it in English', async () => {
    const [answer] = await talk('can you look up my application for me');
    expect(answer).toMatch(/^I cannot see anybody's files/);
  }, 60_000);

  it.each([
    'viết hộ em bài văn tả chùa hương vs',
    'Đăng nhập hộ bác vào VNeID',
    'con làm hộ mẹ khai sinh được không',
  ])(
    'reads nothing of it above a decline, a warning, or an answer for somebody else: %s',
    async (text) => {
      expect((await talk(text)).join()).not.toMatch(/không làm thay/);
    },
    60_000,
  );
});

describe('a resident who was served badly', () => {
  it('reads an apology first, then the next step', async () => {
    const [answer] = await talk('bác đi một cửa ba lần rồi, lần nào cũng bảo thiếu một tờ');
    expect(answer).toMatch(/^Dạ, cháu xin lỗi vì bác đã phải/);
    expect(answer?.split('\n\n').length).toBeGreaterThan(1);
  }, 60_000);

  it('is asked for a person when nothing tells what it is about', async () => {
    const [answer] = await talk('làm ăn kiểu gì mà chờ cả tháng');
    expect(answer).toMatch(/xin lỗi/);
    expect(answer).toMatch(/gặp cán bộ/);
  }, 60_000);

  it('reads the apology once in a talk', async () => {
    const [, second] = await talk(
      'lên một cửa ba lần rồi, lần nào cũng bảo thiếu một tờ',
      'app vneid lỗi suốt, bực cả mình',
    );
    expect(second).not.toContain('xin lỗi vì');
  }, 60_000);

  it('reads it in English', async () => {
    const [answer] = await talk(
      'I went there three times and they still say a paper is missing from my dossier',
    );
    expect(answer).toMatch(/^We are sorry/);
  }, 60_000);

  it.each(['hồ sơ nộp 15 ngày rồi chưa có kết quả', 'cán bộ hách dịch, đi 3 lần rồi vẫn bảo thiếu giấy'])(
    'reads none for a delay alone, or where a grievance has its own words: %s',
    async (text) => {
      expect((await talk(text)).join()).not.toMatch(/xin lỗi vì/);
    },
    60_000,
  );
});
