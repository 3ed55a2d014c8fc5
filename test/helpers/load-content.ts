import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { localesFolder } from '../../src/i18n.ts';

/** A question with a unique reply, whatever the resident wrote before. */
export interface Question {
  text: string;
  reply: string;
}

const animals = [
  ...['bò', 'cua', 'cừu', 'dế', 'ếch', 'gà', 'hươu', 'khỉ', 'kiến', 'lợn', 'mèo', 'ngan', 'ngựa', 'nhện'],
  ...['ong', 'quạ', 'rùa', 'sóc', 'thỏ', 'tôm', 'trâu', 'vẹt', 'vịt', 'voi'],
];

export const questions: readonly Question[] = animals.map((name) => ({
  text: `Tiếng ${name} kêu ra sao?`,
  reply: `Tiếng ${name} nghe như thế này ạ.`,
}));

const factId = 'Z9999';
const fact = {
  statement: 'Muông thú kêu mỗi loài một khác.',
  mark: 'A',
  held: '2026',
  source: ['https://muong-thu.example'],
  reviewBy: '2099-12-31',
};

/**
 * A copy of the locales with one topic about animal sounds in place of all topics, objects and their
 * canned replies: no guess of the classifier and no flow comes between a question and its reply. Without the lessons
 * about danger and other signals it is learned in two seconds, not in 20. The caller removes it.
 */
export async function makeLoadContent(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cau-noi-content-'));
  const isLeftOut = (path: string) =>
    /[/\\](topics|objects|asked|emergencies|scams|signals|(?:aspects|canned|instead)\.yaml)$/.test(path);
  await cp(localesFolder, folder, { recursive: true, filter: (path) => !isLeftOut(path) });
  const topics = join(folder, 'vi', 'topics');
  await mkdir(topics);
  await writeFile(join(topics, 'animals.yaml'), stringify(animalTopic()));
  await appendFile(join(folder, 'vi', 'facts.yaml'), stringify({ [factId]: fact }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function animalTopic(): object {
  const intents = animals.map((name, index) => [
    `sound-${index}`,
    {
      title: questions[index]?.text,
      button: `Tiếng ${name}`,
      examples: ['hay', 'lạ', 'to', 'nhỏ', 'vui', 'buồn', 'dài', 'ngắn', ...'abcdefg'].map(
        (word) => `nghe tiếng ${name} ${word} quá`,
      ),
      answer: questions[index]?.reply,
      facts: [factId],
    },
  ]);
  return {
    topic: 'animals',
    title: 'Tiếng muông thú',
    button: 'Muông thú',
    menu: 1,
    intents: Object.fromEntries(intents),
  };
}
