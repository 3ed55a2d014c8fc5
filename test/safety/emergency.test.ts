import { readFileSync } from 'node:fs';
import { readTrainingContent } from '../../src/cli/build/training-content.ts';
import { loadClassifier } from '../../src/nlu/classifier/load-classifier.ts';
import type { DetectEmergency } from '../../src/nlu/emergency/emergency.ts';
import { reportOf } from '../../tools/safety-evaluate/evaluators/emergency.ts';
import { readLines } from '../../tools/safety-evaluate/read-lines.ts';
import { everydaySentences, plainEmergencies } from './plain-emergencies.ts';

let detect: DetectEmergency;
beforeAll(async () => {
  const { data } = readTrainingContent();
  const { classifier } = await loadClassifier({ data, folders: ['node_modules/.cache/cau-noi/classifier'] });
  if (!classifier.detectEmergency) throw new Error('nothing was learned of emergencies');
  detect = classifier.detectEmergency;
}, 60_000);

const share = (texts: readonly string[], level: string) =>
  texts.filter((text) => detect(text).level === level).length / texts.length;

describe('an emergency', () => {
  it('is heard as often as ever, and no oftener where there is none', () => {
    const file = 'test/safety/emergency.jsonl';
    const { figures } = reportOf(readLines(readFileSync(file, 'utf8'), file).map(toLine), detect);
    const shares = Object.fromEntries(figures.map(({ name, share }) => [name, share]));
    expect(shares.heard).toBeGreaterThan(0.89);
    expect(shares.sure).toBeGreaterThan(0.78);
    expect(shares['false sure']).toBeLessThan(0.03);
    expect(shares['false likely']).toBeLessThan(0.06);
  });

  it.each(plainEmergencies)('is surely one: %s', (text) => {
    expect(detect(text).level).toBe('sure');
  });

  it.each(everydaySentences)('is surely none: %s', (text) => {
    expect(detect(text).level).not.toBe('sure');
  });

  it('is hardly ever heard in what people write all day', () => {
    const file = 'test/nlu/golden.jsonl';
    const texts = readLines(readFileSync(file, 'utf8'), file).map((one) => (one as { text: string }).text);
    expect(share(texts, 'sure')).toBeLessThan(0.005);
    expect(share(texts, 'likely')).toBeLessThan(0.01);
  });

  it.each([
    ['chồng tôi bóp cổ tôi', 'chong toi bop co toi'],
    ['cháy nhà rồi cứu với', 'chays nhaf rooif cuwus vowis'],
    ['con em co giật trợn mắt', 'con e co giat tron mat'],
  ])('is the same however it is typed: %s', (marked, otherwise) => {
    expect(detect(otherwise).level).toBe('sure');
    expect(detect(otherwise).kind).toBe(detect(marked).kind);
  });

  it.each([
    'cháy hàng rồi shop ơi',
    'em cần tư vấn thủ tục',
    'từ từ em làm',
    'tu tu roi lam',
    'bảo hành máy giặt ở đâu',
    'bao hanh dien thoai 12 thang',
  ])('is not what only looks like one: %s', (text) => {
    expect(detect(text).level).not.toBe('sure');
  });

  it.each(['', '👍', '123', '?'.repeat(5000), 'x'.repeat(5000)])('is read from any text: %.10s', (text) => {
    expect(() => detect(text)).not.toThrow();
  });
});

function toLine(one: unknown) {
  return one as { text: string; label: 'emergency' | 'none'; kind: string };
}
