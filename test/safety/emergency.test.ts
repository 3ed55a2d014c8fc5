import { readFileSync } from 'node:fs';
import type { DetectEmergency } from '../../src/nlu/emergency/emergency.ts';
import { reportOf } from '../../tools/safety-evaluate/evaluators/emergency.ts';
import { readLines } from '../../tools/safety-evaluate/read-lines.ts';
import { officeKnowledge } from '../helpers/office.ts';
import { everydaySentences, plainEmergencies } from './plain-emergencies.ts';

let detect: DetectEmergency;
beforeAll(() => {
  const { classifier } = officeKnowledge().opened;
  if (!classifier.detectEmergency) throw new Error('nothing was learned of emergencies');
  detect = classifier.detectEmergency;
});

const share = (texts: readonly string[], level: string) =>
  texts.filter((text) => detect(text).level === level).length / texts.length;

describe('an emergency', () => {
  it('is detected with the recorded recall and few false alarms', () => {
    const file = 'test/safety/emergency.jsonl';
    const { figures } = reportOf(
      readLines(readFileSync(file, 'utf8'), file).map(toLine),
      detect,
      officeKnowledge().directory.emergencies,
    );
    const shares = Object.fromEntries(figures.map(({ name, share }) => [name, share]));
    expect(shares.heard).toBeGreaterThan(0.95);
    expect(shares.sure).toBeGreaterThan(0.84);
    expect(shares['false sure']).toBeLessThan(0.02);
    expect(shares['first line right (of those heard)']).toBeGreaterThan(0.96);
    expect(shares['false likely']).toBeLessThan(0.065);
  });

  it.each(plainEmergencies)('is certain: %s', (text) => {
    expect(detect(text).level).toBe('sure');
  });

  it.each(everydaySentences)('is not certain: %s', (text) => {
    expect(detect(text).level).not.toBe('sure');
  });

  it('is hardly ever detected in everyday messages', () => {
    const texts = ['test/nlu/golden.jsonl', 'test/nlu/development.jsonl']
      .flatMap((file) => readLines(readFileSync(file, 'utf8'), file))
      .map((one) => (one as { text: string }).text);
    expect(share(texts, 'sure')).toBeLessThan(0.002);
    expect(share(texts, 'likely')).toBeLessThan(0.007);
  });

  it.each([
    ['chồng tôi bóp cổ tôi', 'chong toi bop co toi'],
    ['cháy nhà rồi cứu với', 'chays nhaf rooif cuwus vowis'],
    ['con em co giật trợn mắt', 'con e co giat tron mat'],
  ])('is detected in any spelling: %s', (marked, otherwise) => {
    expect(detect(otherwise).level).toBe('sure');
    expect(detect(otherwise).kind).toBe(detect(marked).kind);
  });

  it.each([
    'cháy hàng rồi shop ơi',
    'vô dụng quá',
    'em ở thôn Bãi Giữa',
    'tạm biệt',
    'goodbye',
    'em cần tư vấn thủ tục',
    'từ từ em làm',
    'tu tu roi lam',
    'bảo hành máy giặt ở đâu',
    'bao hanh dien thoai 12 thang',
    'We are both Indian citizens',
    'can the commune give a birth certificate',
  ])('is not detected in a near miss: %s', (text) => {
    expect(detect(text).level).not.toBe('sure');
  });

  it.each(['', '👍', '123', '?'.repeat(5000), 'x'.repeat(5000)])(
    'can be read from any text: %.10s',
    (text) => {
      expect(() => detect(text)).not.toThrow();
    },
  );
});

function toLine(one: unknown) {
  return one as { text: string; label: 'emergency' | 'none'; kind: string };
}
