import { readFileSync } from 'node:fs';
import type { DetectScam } from '../../src/nlu/scam/scam.ts';
import { createScamEvaluator } from '../../tools/safety-evaluate/evaluators/scam.ts';
import { readLines } from '../../tools/safety-evaluate/read-lines.ts';
import { officeKnowledge } from '../helpers/office.ts';

let detect: DetectScam;
beforeAll(() => {
  const { classifier } = officeKnowledge().opened;
  if (!classifier.detectScam) throw new Error('nothing was learned of scams');
  detect = classifier.detectScam;
});

const sureStage = (text: string) => {
  const reading = detect(text);
  return reading?.level === 'sure' ? reading.stage : undefined;
};

describe('a scam', () => {
  it('is read at its stage with the recorded shares', () => {
    const file = 'test/safety/scam.jsonl';
    const { figures } = createScamEvaluator(() => sureStage).evaluate(
      readLines(readFileSync(file, 'utf8'), file),
    );
    const shares = Object.fromEntries(figures.map(({ name, share }) => [name, share]));
    expect(shares['label right']).toBeGreaterThan(0.85);
    expect(shares['heard where there is nothing']).toBeLessThan(0.16);
  });

  it.each([
    ['họ bảo tôi đọc mã OTP để hủy đơn, tôi có nên đọc không', 'about-to'],
    ['no keu chuyen 2tr phi ho so truoc, chuyen khong chi', 'about-to'],
    ['nó gửi link bảo cài ứng dụng thuế, tôi chưa cài', 'about-to'],
    ['công an đang gọi video bắt tôi giữ máy, không cho tắt', 'going-on'],
    ['tôi lỡ cài app họ gửi qua link rồi, chưa nhập gì', 'installed'],
    ['me em lo doc ma otp cho no roi', 'gave-secret'],
    ['toi moi doc so the thoi chua doc gi khac. no lai vua goi nua', 'gave-secret'],
    ['tôi chuyển cho nó 20 triệu rồi, giờ nó chặn', 'paid'],
    ['nó dọa tung ảnh em lên mạng nếu không đưa tiền', 'threatened'],
    ['I already sent them 5 million and now they blocked me', 'paid'],
    ['he threatens to post my photos unless I pay', 'threatened'],
  ])('has the stage of what was done, not of what was asked: %s', (text, stage) => {
    expect(sureStage(text)).toBe(stage);
  });

  it.each([
    'nộp lệ phí hộ chiếu online bao nhiêu',
    'em chuyển nhầm tiền cho người lạ, ngân hàng giải quyết bao lâu',
    'công an xã hẹn tôi lên lấy căn cước, mang gì',
    'mã otp vneid không về máy',
    'các chiêu lừa đảo hay gặp bây giờ là gì',
    'đơn hàng shopee giao chậm quá',
    'cảm ơn em nhé',
    '',
    '?'.repeat(5000),
  ])('is not in an ordinary message: %.40s', (text) => {
    expect(sureStage(text)).toBeUndefined();
  });

  it('is hardly ever found in everyday messages', () => {
    const lines = ['test/nlu/golden.jsonl', 'test/nlu/development.jsonl'].flatMap(
      (file) => readLines(readFileSync(file, 'utf8'), file) as { text: string; topic: string }[],
    );
    const others = lines.filter(({ topic }) => topic !== 'online-safety');
    const found = others.filter(({ text }) => sureStage(text) !== undefined);
    expect(found.length / others.length).toBeLessThan(0.005);
  });
});
