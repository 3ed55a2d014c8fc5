import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { FoundPhrase } from '../words/phrase-finder.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { between, wordsBetween } from './distance.ts';
import { nameRules } from './name-rules.ts';

/** How many names back the search goes. */
const maxNames = 6;
const halfCode = 3;
const wholeNames: ReadonlySet<NameLabel> = new Set(['otp', 'code', 'pin', 'passcode', 'identity', 'card']);

/**
 * The kind of a half code, from the name before it: "cccd em là đầu 001 đuôi 188002734".
 * @param at index of the name of the half among the names of the text
 */
export function kindOfHalf(text: ReadText, at: number, { digits }: WrittenNumber): SecretKind | undefined {
  const { first, last } = text.names[at] as FoundPhrase<NameLabel>;
  for (let before = at - 1; before >= Math.max(0, at - maxNames); before--) {
    const { label, last: end } = text.names[before] as FoundPhrase<NameLabel>;
    if (label === 'other' || !wholeNames.has(label)) continue;
    const isLoose =
      first === last && (wordsBetween(text, end, first) > 0 || between(text, end, first).includes(','));
    return isLoose ? undefined : nameRules[label].kind;
  }
  const isHalf = text.words[first]?.text === 'nua' && digits.length === halfCode;
  return isHalf || (last - first === 2 && digits.length >= halfCode) ? 'otp' : undefined;
}
