import { readFileSync } from 'node:fs';
import { readTrainingContent, type TrainingContent } from '../../src/cli/build/training-content.ts';
import type { Classifier } from '../../src/nlu/classifier/classifier.ts';
import { loadClassifier } from '../../src/nlu/classifier/load-classifier.ts';
import { detectSecrets } from '../../src/nlu/secrets/detect-secrets.ts';
import { createJudge } from '../../tools/nlu-evaluate/create-judge.ts';
import { figuresOf } from '../../tools/nlu-evaluate/figures.ts';
import { type Judge, judgeAll, type Question } from '../../tools/nlu-evaluate/judged.ts';
import { createNearestFinder } from '../../tools/nlu-evaluate/nearest-example.ts';
import {
  withOtherTonePlace,
  withoutDiacritics,
  writtenForms,
} from '../../tools/nlu-evaluate/written-forms.ts';

/** The classifier with the real content: messages of residents, and any other text. */

const golden: Question[] = readFileSync(new URL('../nlu/golden.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Question);

let content: TrainingContent;
let classifier: Classifier;
let judge: Judge;

beforeAll(async () => {
  content = readTrainingContent();
  const cacheFolder = 'node_modules/.cache/cau-noi/classifier';
  ({ classifier } = await loadClassifier({ data: content.data, folders: [cacheFolder] }));
  judge = createJudge(content, classifier);
}, 120_000);

describe('one message in any spelling', () => {
  it.each([
    ['without diacritics', withoutDiacritics],
    ['in NFD', (text: string) => text.normalize('NFD')],
    ['with the other tone placement', withOtherTonePlace],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['with zero-width characters', (text: string) => text.replaceAll(' ', ' \u200b')],
    ['with many blanks', (text: string) => `  ${text.replaceAll(' ', ' \n ')} `],
    ['with emoji', (text: string) => `${text} 🙏🙏`],
  ])('is the same %s', (_, write) => {
    const examples = content.data.examples.filter((_example, at) => at % 50 === 0);
    const different = examples.filter(({ text }) => {
      const [plain, written] = [text, write(text)].map((each) => classifier.classify(each));
      return JSON.stringify(plain) !== JSON.stringify(written);
    });
    expect(different).toEqual([]);
  });
});

/** Slightly below the measured values, so that a loss is noticed; raise them when the classifier improves. */
describe('the golden set', () => {
  it('has no line from the examples', () => {
    const findNearest = createNearestFinder(content.data.examples);
    const known = golden.filter(({ text }) => (findNearest(text)?.shared ?? 0) >= 0.9);
    expect(known.map(({ text }) => text)).toEqual([]);
  });

  it('covers every topic', () => {
    const topics = new Set(golden.map(({ topic }) => topic));
    expect(content.directory.topics.filter(({ topic }) => !topics.has(topic))).toEqual([]);
  });

  it('is understood', () => {
    const figures = figuresOf(judgeAll(golden, judge));
    expect(figures.topic).toBeGreaterThan(0.88);
    expect(figures.topicInScope).toBeGreaterThan(0.875);
    expect(figures.topicAmongThree).toBeGreaterThan(0.96);
    expect(figures.answeredAtOnce).toBeGreaterThan(0.78);
    expect(figures.wronglyAnswered).toBeLessThan(0.042);
    expect(figures.declined).toBeGreaterThan(0.83);
  });

  // The other forms are equal by the test above.
  const changing = ['teencode', 'one typo', 'two typos', 'Telex', 'polite'];
  it.each(writtenForms.filter(({ name }) => changing.includes(name)))(
    'is understood with $name',
    ({ write }) => {
      const written = golden.map((question) => ({ ...question, text: write(question.text) }));
      const figures = figuresOf(judgeAll(written, judge));
      expect(figures.topic).toBeGreaterThan(0.85);
      expect(figures.wronglyAnswered).toBeLessThan(0.048);
    },
  );
});

describe('secrets', () => {
  it('are hardly ever found where there are none', () => {
    const warned = content.data.examples.filter(({ text }) =>
      detectSecrets(text.normalize('NFC')).some(({ kind }) => kind !== 'phone'),
    );
    expect(warned.length / content.data.examples.length).toBeLessThan(0.01);
  });

  it('trigger a warning, and the question beside them is still read', () => {
    expect(judge('mã OTP của tôi là 482913, quên mật khẩu vneid thì làm sao')).toMatchObject({
      action: 'warn',
      topic: 'vneid',
    });
  });
});

describe('other messages', () => {
  it.each([
    ['', 'clarify'],
    ['   ', 'clarify'],
    ['你好，请问怎么办理居住证', 'clarify'],
    ['Zm9vYmFyIGJheiBxdXggcXV1eCBjb3JnZSBncmF1bHQgZ2FycGx5', 'clarify'],
    ['kkkkkkkk', 'clarify'],
    ['🙏🙏🙏', 'smalltalk'],
    ['???', 'smalltalk'],
    ["'; DROP TABLE incoming_events; --", 'decline'],
    ['cảm ơn cháu nhiều nhé', 'smalltalk'],
    ['cho tôi gặp cán bộ', 'handoff'],
    ['tôi không muốn sống nữa', 'handoff'],
    ['hôm nay trời có mưa không', 'decline'],
    ['chào cháu, bác hỏi làm căn cước mất bao nhiêu tiền? cảm ơn cháu', 'answer'],
  ])('%j → %s', (text, action) => {
    expect(judge(text).action).toBe(action);
  });

  it.each([
    ['words', 'thuế đất nộp ở đâu '],
    ['letters without a blank', 'a'],
    ['one short word', 'k '],
    ['emoji', '🙏'],
    ['marks', 'e\u0301\u0323'],
    ['digits', '12 '],
    ['punctuation', '.,?! '],
  ])('reads 100 kB of %s at once', (_, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    classifier.classify(text.slice(1));
    const startedAt = performance.now();
    classifier.classify(text);
    // 20 ms on an idle machine; tests share theirs.
    expect(performance.now() - startedAt).toBeLessThan(400);
  });
});
