import type { Understanding } from '../../understanding/understanding.ts';
import type { RankedText, TextRanker } from './rank-texts.ts';

/** A clause asks for a text that is as likely as this in it. */
const minInClause = 0.6;
/** A text about another subject than the message's is only told if the whole message asks for it as likely as this. */
const minElsewhere = 0.01;
/** The likeliest text of the whole message is surely asked for if it is as likely as this. */
const minOfWhole = 0.4;
/** More are too much to read at once. */
const maxOthers = 2;

interface ReadingClauses {
  ranker: TextRanker;
  /** The likeliest texts of the whole message. */
  ranked: readonly RankedText[];
  topicOf(intent: string): string | undefined;
}

/**
 * "Khai tử ở đâu, có bị phạt không, tiền mai táng hỏi ai?": the likeliest text of the message and what its clauses ask
 * for besides, each read for itself as if that text had been told before it. Empty for a message that asks for one text
 * only. Pure.
 */
export function textsOfClauses(u: Understanding, { ranker, ranked, topicOf }: ReadingClauses): RankedText[] {
  const [best] = ranked;
  if (!best || u.clauses.length === 0) return [];
  const topicOfText = ({ text }: RankedText) => text.object?.topic ?? topicOf(text.intent ?? '');
  const ofWhole = new Map(ranked.map(({ text, probability }) => [text.number, probability]));
  const belongs = (one: RankedText) =>
    topicOfText(one) === topicOfText(best) || (ofWhole.get(one.text.number) ?? 0) >= minElsewhere;
  const asked = u.clauses
    .flatMap((clause) => ranker.rank(clause, { last: best.text.object, words: u.unmasked })[0] ?? [])
    .filter((one) => one.probability >= minInClause && !one.text.isUnknown && belongs(one));
  const others = asked
    .filter((one, at) => !tells(best, one) && asked.findIndex((other) => tells(other, one)) === at)
    .slice(0, maxOthers);
  const asksForBest = best.probability >= minOfWhole || asked.some((one) => isSame(one, best));
  if (others.length === 0) return [];
  return asksForBest || others.length === 1 ? [best, ...others] : others;
}

/** Whether a text tells what another one does: an answer of a topic tells some aspects of its object. */
function tells(one: RankedText, other: RankedText): boolean {
  if (isSame(one, other)) return true;
  const { intent, object } = one.text;
  const { aspects, state, conditions } = other.text;
  const covered = intent === undefined ? [] : (object?.answers[intent] ?? []);
  const isPlain = state === undefined && conditions.length === 0;
  return isPlain && object === other.text.object && aspects.some((aspect) => covered.includes(aspect));
}

function isSame({ text: one }: RankedText, { text: other }: RankedText): boolean {
  return one.intent === undefined ? one.number === other.number : one.intent === other.intent;
}
