import { isDeepStrictEqual } from 'node:util';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { laterTurn } from '../flow/flow-shapes.ts';
import { answeredLately, isAboutTicket, type Talk } from '../flow/talk.ts';
import type { QuestionReading } from '../read-question.ts';
import { lastObject, wordsBefore } from '../turn/last-object.ts';
import { textsOfClauses } from './asked-in-clauses.ts';
import { callsOfRanked, callsOfTexts } from './call-of-text.ts';
import type { RankedText, TextRanker } from './rank-texts.ts';
import { withoutUnlikely } from './without-unlikely.ts';

/**
 * The likeliest text is told if it is as likely as this, by what the message would get without it: within a talk, and
 * of a message that stands alone.
 */
const minProbability = {
  inTalk: { content: 0, toldMore: 0.2, clarify: 0.3, decline: 0.6, 'not-understood': 0.4 },
  alone: { content: 0.2, toldMore: 0.2, clarify: 0.9, decline: 1, 'not-understood': 0.9 },
};

/** A message that stands alone is told a text about another topic than the classifier's only if it is this likely. */
const surelyElsewhere = 0.9;

/** A text that does not replace an answer is told below it if it is this likely. */
const minPerhaps = 0.1;

interface RankedParts {
  /** Created at the latest when a message needs it. */
  ranking: { readonly ranker: TextRanker };
  objects: ObjectDirectory;
  /** The topic of an answer or an object; undefined for the intents of flows. */
  topicOf(intent: string): string | undefined;
}

/** @param reading what the message would get without a choice among texts */
export type ReadRanked = (u: Understanding, talk: Talk, reading: QuestionReading) => QuestionReading;

/**
 * Chooses the text that a message asks for. What belongs to another flow keeps its reading, and so does what no text is
 * likely to answer; of several questions in one message, what the message only mentions is left out. Pure.
 */
export function createReadRanked({ ranking, objects, topicOf }: RankedParts): ReadRanked {
  const isContent = (intent: string) => topicOf(intent) !== undefined;
  /** Whether a text is about another topic than the answer and than the classifier says, and not sure enough for that. */
  const isUnsurelyElsewhere = (
    { text, probability }: RankedText,
    reading: QuestionReading,
    u: Understanding,
  ) => {
    if (reading.kind !== 'calls' || probability >= surelyElsewhere) return false;
    const chosen = [reading.calls[0].intent, u.candidates[0]?.intent ?? ''].map(topicOf);
    return !chosen.includes(text.object?.topic ?? topicOf(text.intent ?? ''));
  };
  return (u, talk, reading) => {
    const kind = kindOf(reading, isContent);
    // The weights are learned from Vietnamese talks.
    if (kind === undefined || u.language === 'en' || u.name) return reading;
    if (kind !== 'content' && kind !== 'several' && isAboutTicket(talk)) return reading;
    const last = answeredLately(talk) ? lastObject(objects, talk) : undefined;
    const ranked = ranking.ranker.rank(u, { last, words: wordsBefore(last, talk) });
    const readClauses = () => callsOfTexts(textsOfClauses(u, { ranker: ranking.ranker, ranked, topicOf }));
    if (kind === 'several') {
      if (reading.kind !== 'calls') return reading;
      const isAllContent = reading.calls.every(({ intent }) => isContent(intent));
      const likely = () => withoutUnlikely(reading.calls, ranked, { objects, isContent });
      return { kind: 'calls', calls: (isAllContent && readClauses()) || likely() };
    }
    const [best] = ranked;
    if (!best) return reading;
    const isLikely = best.probability >= minProbability[last ? 'inTalk' : 'alone'][kind];
    if (!last && (!isLikely || isUnsurelyElsewhere(best, reading, u))) return keptWith(reading, best);
    const several = isLikely && readClauses();
    if (several) return { kind: 'calls', calls: several };
    const { call, perhaps } = (isLikely && callsOfRanked(ranked)) || {};
    if (!call) return reading;
    // In a talk a second text helps nobody: judges found as many replies right without.
    return { kind: 'calls', calls: [call], ...(!last && perhaps && { perhaps }) };
  };
}

/** An answer that another text did not replace, and the text as what may be meant instead. */
function keptWith(reading: QuestionReading, best: RankedText): QuestionReading {
  const perhaps = best.probability >= minPerhaps ? callsOfRanked([best])?.call : undefined;
  if (reading.kind !== 'calls' || !perhaps || isSame(perhaps, reading.calls[0])) return reading;
  return { ...reading, perhaps };
}

function isSame(one: IntentCall, other: IntentCall): boolean {
  return one.intent === other.intent && isDeepStrictEqual(one.data, other.data);
}

/** What a reading is that a text may stand for; undefined for what belongs to another flow. */
function kindOf(
  reading: QuestionReading,
  isContent: (intent: string) => boolean,
): keyof (typeof minProbability)['alone'] | 'several' | undefined {
  if (reading.kind === 'address') return undefined;
  if (reading.kind !== 'calls') return reading.kind;
  const [call, ...others] = reading.calls;
  if (others.length > 0) return 'several';
  if (isContent(call.intent)) return 'content';
  return laterTurn.parse(call) && call.intent !== 'unclear' ? 'toldMore' : undefined;
}
