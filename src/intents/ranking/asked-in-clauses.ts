import type { Understanding } from '../../understanding/understanding.ts';
import type { RankedText, TextRanker } from './rank-texts.ts';

/** A clause asks for a text that is as likely as this in it. */
const minInClause = 0.6;
/** A text about another subject than the message's is only told if the whole message asks for it as likely as this. */
const minElsewhere = 0.01;
/** A clause that names another subject is surely about it if it asks for a text about it as likely as this. */
const surelyNamed = 0.9;
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
 * for besides. Empty for a message that asks for one text only. Pure.
 */
export function textsOfClauses(u: Understanding, reading: ReadingClauses): RankedText[] {
  const [best] = reading.ranked;
  if (!best || u.clauses.length === 0) return [];
  const asked = textsAskedFor(u, best, reading);
  const others = asked
    .filter((one, at) => !tells(best, one) && asked.findIndex((other) => tells(other, one)) === at)
    .slice(0, maxOthers);
  if (others.length === 0) return [];
  const isAsked = asked.some((one) => isSame(one, best));
  const isOnlyTalkedOf = isElsewhere(best, asked, reading) && asked.length === u.clauses.length;
  const asksForBest = isAsked || (best.probability >= minOfWhole && !isOnlyTalkedOf);
  return asksForBest || others.length === 1 ? [best, ...others] : others;
}

/** Whether a text is about none of the topics that the clauses ask about: it was likely only by the talk before. */
function isElsewhere(best: RankedText, asked: readonly RankedText[], { topicOf }: ReadingClauses): boolean {
  return asked.every((one) => topicOfText(one, topicOf) !== topicOfText(best, topicOf));
}

function topicOfText({ text }: RankedText, topicOf: ReadingClauses['topicOf']): string | undefined {
  return text.object?.topic ?? topicOf(text.intent ?? '');
}

/** What each clause surely asks for, read as if the text before it had been told. */
function textsAskedFor(
  u: Understanding,
  best: RankedText,
  { ranker, ranked, topicOf }: ReadingClauses,
): RankedText[] {
  const ofWhole = new Map(ranked.map(({ text, probability }) => [text.number, probability]));
  let before = best;
  return u.clauses.flatMap((clause) => {
    const [one] = ranker.rank(clause, { last: before.text.object, words: u.unmasked });
    if (!one || one.probability < minInClause || one.text.isUnknown) return [];
    const isNamed = clause.objects.named.flat().includes(one.text.object?.id ?? '');
    const belongs =
      topicOfText(one, topicOf) === topicOfText(before, topicOf) ||
      (ofWhole.get(one.text.number) ?? 0) >= minElsewhere ||
      (isNamed && one.probability >= surelyNamed);
    if (!belongs) return [];
    before = one;
    return [one];
  });
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
