import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';

const wantedLine = z.object({
  id: z.string(),
  act: z.string(),
  /** The object that is meant, where no text about it is right. */
  object: z.string().optional(),
  /** The texts that answer it, by their names in `content:list`, the best first. */
  right: z.array(z.string()),
});
const messageLine = z.object({ id: z.string(), text: z.string() });
const talkLine = z.object({ id: z.string(), turns: z.array(z.string()) });
const conversationFile = z.array(
  z.object({
    who: z.string(),
    turns: z.array(
      z.object({
        says: z.string(),
        expects: z.array(z.string()).default([]),
        forbids: z.array(z.string()).default([]),
      }),
    ),
  }),
);

/** Whether a text is right, by its name in `content:list` and its words. */
type IsRight = (text: { name: string; words: string }) => boolean;

/** What should have been told. */
interface Wanted {
  /** Undefined where no text is right. */
  isRight: IsRight | undefined;
  /** The text that is best, or else the object that is meant; the talk goes on from there. */
  best: string | undefined;
}

/** A talk, or a single message; `wanted` is undefined where nobody said what is right. */
export interface WantedTalk {
  id: string;
  turns: { text: string; wanted: Wanted | undefined }[];
  /** How much each turn teaches. */
  weight: number;
}

/** Labels that say less than which texts are right teach less. */
const weight = { read: 1, conversation: 0.5 };
/** Acts that a text of the content answers. */
const answered = new Set(['answer', 'told', 'scam', 'emergency', 'complaint']);

/** Rounds of `test/judge/` where somebody who read the content said which texts are right. */
export function readRounds(folder: string): WantedTalk[] {
  const rounds = readdirSync(folder)
    .filter((name) => name.startsWith('round-'))
    .sort();
  return rounds.flatMap((round) => {
    const file = (name: string) => join(folder, round, name);
    if (!existsSync(file('wanted.jsonl'))) return [];
    const labels = new Map(readLines(file('wanted.jsonl'), wantedLine).map((line) => [line.id, line]));
    const turn = (id: string, text: string) => ({ text, wanted: wantedBy(labels.get(id)) });
    const messages = readLines(file('messages.jsonl'), messageLine).map(({ id, text }) => ({
      id: `${round}/${id}`,
      turns: [turn(id, text)],
      weight: weight.read,
    }));
    const talks = readLines(file('talks.jsonl'), talkLine).map(({ id, turns }) => ({
      id: `${round}/${id}`,
      turns: turns.map((text, at) => turn(`${id}.${at + 1}`, text)),
      weight: weight.read,
    }));
    return [...messages, ...talks];
  });
}

function wantedBy(line: z.infer<typeof wantedLine> | undefined): Wanted | undefined {
  if (!line) return undefined;
  const { right, act, object } = line;
  const isRight =
    right.length > 0 && answered.has(act) ? ({ name }: { name: string }) => right.includes(name) : undefined;
  return { isRight, best: right[0] ?? object };
}

/** Conversations as they should go: a text is right that has the expected words. */
export function readConversations(folder: string): WantedTalk[] {
  return readdirSync(folder).flatMap((file) => {
    const talks = conversationFile.parse(
      load(readFileSync(join(folder, file), 'utf8'), { schema: CORE_SCHEMA }),
    );
    return talks.map(({ who, turns }) => ({
      id: `${file}/${who}`,
      turns: turns.map(({ says, expects, forbids }) => ({
        text: says,
        wanted: {
          isRight: (text: { words: string }) => isExpected(text.words, { expects, forbids }),
          best: undefined,
        },
      })),
      weight: weight.conversation,
    }));
  });
}

function isExpected(words: string, { expects, forbids }: { expects: string[]; forbids: string[] }): boolean {
  const has = (phrase: string) =>
    phrase.split(' || ').some((one) => words.toLowerCase().includes(one.toLowerCase()));
  return expects.length > 0 && expects.every(has) && !forbids.some(has);
}

function readLines<Line>(file: string, schema: z.ZodType<Line>): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));
}
