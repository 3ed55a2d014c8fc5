import { type ActName, actNames } from '../../content/schema/turns.ts';
import type { NeedReading } from '../../nlu/needs/need.ts';

/**
 * How much more often a message leans on the talk right after an answer than among the examples, and how much less
 * often when it names another subject; both measured on judged talks.
 */
const leaning = { afterAnswer: 100, namesOther: 0.1 };
/** A message that leans on the talk with less than this is a question of its own. */
const minLeaning = 0.5;

/** Acts that get only a word back: unless they have this share of the acts, it is heard as something told. */
const saysLittle: ReadonlySet<ActName> = new Set(['acknowledge', 'repair']);
const minShare = 0.5;

/**
 * How likely a message right after an answer leans on the talk, 0..1. Pure.
 * @param namesOther whether it names another object than the last answer was about
 */
export function leaningOf(
  { acts }: Pick<NeedReading, 'acts'>,
  { namesOther }: { namesOther: boolean },
): number {
  const leans = acts.reduce((sum, { probability }) => sum + probability, 0);
  const odds = leaning.afterAnswer * (namesOther ? leaning.namesOther : 1);
  return (leans * odds) / (leans * odds + (1 - leans));
}

/**
 * What a message does that comes right after an answer; undefined for a question of its own. Pure.
 * @param namesOther whether it names another object than the last answer was about
 */
export function actOfTurn(
  { acts }: Pick<NeedReading, 'acts'>,
  { namesOther }: { namesOther: boolean },
): ActName | undefined {
  const leans = acts.reduce((sum, { probability }) => sum + probability, 0);
  const [best] = acts;
  if (!best) return undefined;
  if (leaningOf({ acts }, { namesOther }) < minLeaning) return undefined;
  const act = actNames.find((name) => name === best.name);
  const isSure = best.probability >= leans * minShare;
  return act !== undefined && saysLittle.has(act) && !isSure ? 'inform' : act;
}
