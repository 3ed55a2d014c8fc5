import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAtStart, checkContent } from '../../../src/content/checks/check-content.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { createTopicDirectory, type TopicDirectory } from '../../../src/content/topic-directory.ts';
import { writeSample } from '../../intents/checks/sample-content.ts';

const english = `topic: bicycles
title: Bicycles of the town
button: Bicycles
intents:
  borrow-bicycle:
    title: Where do I borrow a bicycle?
    button: Borrow one
    examples: [where do I borrow a bicycle, can I take a bike, bike for the market, who has the key, is it far, any bikes]
    answer: At the culture house, for 3 days.
    steps:
      - Bring your card to the desk.
      - If it is closed, call 0900.111.222.
    after: The fee is 5,000 dong.
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'translation-'));
  mkdirSync(join(root, 'en', 'topics'), { recursive: true });
  writeSample(join(root, 'vi'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(text: string): void {
  writeFileSync(join(root, 'en', 'topics', 'bicycles.yaml'), text);
}

function findings(text: string): string[] {
  write(text);
  return checkAtStart(readContent(join(root, 'vi'))).map(
    ({ file, message }) => `${file.slice(root.length + 1)}: ${message}`,
  );
}

describe('a translated topic', () => {
  it('is accepted when it claims what the facts say', () => {
    expect(findings(english)).toEqual([]);
  });

  it.each([
    ['3 days', '4 days', 'borrow-bicycle: "4 ngày" stands in none of its facts'],
    ['5,000 dong', '6,000 dong', 'borrow-bicycle: "6000 đồng" stands in none of its facts'],
    ['The fee is', 'It is free,', 'borrow-bicycle: none of its facts says that it is free'],
    ['Bring your card', 'Look at xedap.com', 'xedap.com is not among the official hosts'],
    ['0900.111.222', '0900.111.333', '0900.111.333 is none of the help lines of local.yaml'],
    ['Bring your card', 'Send us your password', 'asks for a code, password, card or ID number'],
    ['topic: bicycles', 'topic: boats', 'translates an unknown topic boats'],
    ['borrow-bicycle', 'buy-bicycle', 'translates an unknown intent buy-bicycle'],
    ['      - Bring your card to the desk.\n', '', 'borrow-bicycle: 1 steps, the original has 2'],
    [
      'who has the key, is it far, any bikes',
      'who has the key',
      'borrow-bicycle: 4 examples, at least 6 are needed',
    ],
  ])('is rejected with "%s" → "%s"', (from, to, message) => {
    expect(findings(english.replace(from, to))).toContain(`en/topics/bicycles.yaml: ${message}`);
  });

  it('has no duplicate examples', () => {
    write(english.replace('any bikes', 'is it far'));
    const found = checkContent(readContent(join(root, 'vi')), { today: '2026-01-01', release: false });
    expect(found.map(({ message }) => message)).toContain(
      'borrow-bicycle: also an example of borrow-bicycle',
    );
  });

  it('may replace only the texts of the original', () => {
    expect(() => findings(`${english}    facts: [B02]\n`)).toThrow(/Unrecognized key.*facts/);
  });
});

describe('the content for a conversation in English', () => {
  let directory: TopicDirectory;
  beforeEach(() => {
    write(english);
    directory = createTopicDirectory(join(root, 'vi')).in('en');
  });

  it('has the English texts, and the facts and follow-up questions of the original', () => {
    expect(directory.findTopic('bicycles')?.button).toBe('Bicycles');
    expect(directory.findIntent('borrow-bicycle')).toMatchObject({
      language: 'en',
      title: 'Where do I borrow a bicycle?',
      facts: ['B01', 'B02'],
      followups: ['return-bicycle'],
      hardLimit: true,
    });
  });

  it('keeps untranslated answers in Vietnamese and marks them', () => {
    expect(directory.findIntent('return-bicycle')).toMatchObject({
      language: 'vi',
      title: 'Trả xe thế nào?',
    });
    expect(directory.in('vi').findIntent('borrow-bicycle')).toMatchObject({ language: 'vi' });
  });

  it('has the examples of both languages without duplicates', () => {
    const texts = directory.listExamples().map(({ text }) => text);
    expect(texts).toContain('mượn xe đạp ở đâu');
    expect(texts).toContain('who has the key');
    expect(new Set(texts).size).toBe(texts.length);
  });
});
