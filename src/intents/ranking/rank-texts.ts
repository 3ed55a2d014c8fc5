import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { type AskedBefore, createNearestAsked } from './nearest-asked.ts';
import { createNearestNext } from './nearest-next.ts';
import {
  type RankedMessage,
  type RankedTalk,
  type ReadMessage,
  readRankedMessage,
} from './ranked-message.ts';
import { readSigns, type Signs, signNames } from './signs.ts';
import { listTexts, type TellableText } from './tellable-text.ts';
import { createTextsThatAnswer } from './texts-that-answer.ts';
import { weights } from './weights.ts';
import { createWordIndex } from './word-index.ts';

/** A text with how likely a message asks for it. */
export interface RankedText {
  text: TellableText;
  /** Among all texts that come into question, 0..1. */
  probability: number;
}

export interface TextRanker {
  /** The texts that a message may ask for in its talk, the likeliest first. Pure. */
  rank(u: ReadMessage, talk: RankedTalk): RankedText[];
  /** The same texts with their signs, unweighted: to learn the weights from. */
  readSigns(u: ReadMessage, talk: RankedTalk): { text: TellableText; signs: Signs }[];
}

/** As many objects come into question by the message, and by the whole talk; and answers about no object. */
const maxObjects = 8;
const maxOfTalk = 5;
const maxOthers = 8;

interface RankerParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
  /** What residents asked before: the examples of the content. */
  asked: AskedBefore;
}

/**
 * Ranks the texts of an office: object, aspect, state and conditions of a text as learned from the message and from the
 * talk, shared words, and likeness to questions of others, each with a weight learned from judged talks.
 */
export function createTextRanker({ directory, objects, asked }: RankerParts): TextRanker {
  const texts = listTexts(directory, objects);
  const byObject = groupTexts(texts);
  const byIntent = new Map(texts.flatMap((text) => (text.object ? [] : [[text.intent, text] as const])));
  const index = createWordIndex(texts.map(({ text }) => text));
  const answering = createTextsThatAnswer(texts, objects);
  const nearest = createNearestAsked(asked, texts, answering);
  const nearestNext = createNearestNext(asked, texts, answering);
  const kin = kinOf(objects);
  const none = () => 0;

  const goingOn = (last: string) => [last, ...(kin.get(last) ?? []), ...nearestNext.objectsAfter(last)];

  const inQuestion = (message: RankedMessage): TellableText[] => {
    const ids = new Set([
      ...likeliest(message.objects, maxObjects),
      ...likeliest(message.objectsOfTalk, maxOfTalk),
      ...message.named,
      ...(message.last ? goingOn(message.last.id) : []),
    ]);
    const others = message.candidates.slice(0, maxOthers).flatMap(({ intent }) => byIntent.get(intent) ?? []);
    return [...[...ids].flatMap((id) => byObject.get(id) ?? []), ...others];
  };

  const read = (u: ReadMessage, talk: RankedTalk) => {
    const message = readRankedMessage(u, talk, objects);
    const { covers } = index.compare(u.unmasked);
    const near = nearest(u.unmasked);
    const nearNext = talk.last ? nearestNext.compare(u.unmasked, talk.last.id) : none;
    const found = inQuestion(message);
    const asked = new Map(found.map((text) => [text, near(text.number)]));
    const askedOf = new Map<KnownObject | undefined, number>();
    for (const [{ object }, likeness] of asked) {
      askedOf.set(object, Math.max(askedOf.get(object) ?? 0, likeness));
    }
    return found.map((text) => {
      const likeness = {
        words: covers(text.number),
        asked: asked.get(text) ?? 0,
        askedNext: nearNext(text.number),
        askedOfObject: text.object ? (askedOf.get(text.object) ?? 0) : 0,
      };
      return { text, signs: readSigns(text, likeness, message) };
    });
  };

  return {
    readSigns: read,
    rank: (u, talk) =>
      toProbabilities(read(u, talk).map(({ text, signs }) => ({ text, score: scoreOf(signs) }))),
  };
}

function scoreOf(signs: Signs): number {
  let score = 0;
  for (const name of signNames) score += signs[name] * weights[name];
  return score;
}

function toProbabilities(scored: { text: TellableText; score: number }[]): RankedText[] {
  const highest = scored.reduce((max, { score }) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const raised = scored.map(({ text, score }) => ({ text, probability: Math.exp(score - highest) }));
  const sum = raised.reduce((total, { probability }) => total + probability, 0);
  return joinAnswers(raised.map(({ text, probability }) => ({ text, probability: probability / sum }))).sort(
    (a, b) => b.probability - a.probability,
  );
}

/** An answer that tells of several objects is one text, as likely as all of them together. */
function joinAnswers(ranked: readonly RankedText[]): RankedText[] {
  const answers = new Map<string, RankedText>();
  for (const { text, probability } of ranked) {
    if (text.intent === undefined) continue;
    const known = answers.get(text.intent)?.probability ?? 0;
    answers.set(text.intent, { text, probability: known + probability });
  }
  return [...ranked.filter(({ text }) => text.intent === undefined), ...answers.values()];
}

function likeliest(likelihoods: ReadonlyMap<string, number>, count: number): string[] {
  return [...likelihoods]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([id]) => id);
}

function groupTexts(texts: readonly TellableText[]): Map<string, TellableText[]> {
  const groups = new Map<string, TellableText[]>();
  for (const text of texts) {
    if (!text.object) continue;
    const group = groups.get(text.object.id);
    if (group) group.push(text);
    else groups.set(text.object.id, [text]);
  }
  return groups;
}

/** The parent, the children and the siblings of each object. */
function kinOf({ all }: ObjectDirectory): Map<string, string[]> {
  const isKin = (one: KnownObject, other: KnownObject) =>
    one.parent === other || other.parent === one || (one.parent !== undefined && one.parent === other.parent);
  return new Map(
    all.map((one) => [one.id, all.filter((other) => isKin(one, other)).map(({ id }) => id)] as const),
  );
}
