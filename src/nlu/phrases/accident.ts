import { foldInPlace } from '../text/fold-in-place.ts';
import {
  afterwards,
  disaster,
  fireMarked,
  firePlain,
  medical,
  missing,
  onlyMarked,
  rescue,
} from './accident-words.ts';

/** What is to be called for: fire; people in water or under something; the body; flood and landslide; who is lost. */
export type Accident = 'fire' | 'rescue' | 'medical' | 'disaster' | 'missing';

/** Longer messages tell a story and want something else. */
const longestCry = 160;

const isAfterwards = anyOf(afterwards);
const burnsMarked = anyOf(fireMarked);
const burnsPlain = anyOf(firePlain);
const others: readonly [Accident, RegExp][] = [
  ['rescue', anyOf(rescue)],
  ['medical', anyOf(medical)],
  ['disaster', anyOf(disaster)],
  ['missing', anyOf(missing)],
];

/** Any of the phrases as whole words. */
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'u');
}

/**
 * Whether a short message speaks of fire, drowning, a body in danger, a disaster going on or somebody who is lost: they need a number to
 * call before anything else. What asks about papers or money afterwards is none. Pure.
 */
export function saysAccident(text: string): Accident | undefined {
  if (text.length > longestCry) return undefined;
  const written = text.normalize('NFC').toLowerCase().replaceAll(/ {2,}/g, ' ');
  const folded = foldInPlace(written);
  if (isAfterwards.test(folded)) return undefined;
  const hasMarks = folded !== written;
  if (hasMarks ? burnsMarked.test(written) : burnsPlain.test(folded)) return 'fire';
  const found = others.find(([, phrases]) => {
    const [phrase] = phrases.exec(folded) ?? [];
    return phrase !== undefined && !isEveryday(phrase, written);
  });
  return found?.[0];
}

function isEveryday(phrase: string, written: string): boolean {
  return onlyMarked.some(([plain, marked]) => plain.test(phrase) && !marked.test(written));
}

/**
 * How people speak of accidents, for `saysAccident`: pieces of patterns over text without diacritics, unless said
 * otherwise. A phrase that is an everyday word without its marks also stands in `onlyMarked`.
 */
