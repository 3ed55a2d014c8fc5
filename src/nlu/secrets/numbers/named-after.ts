import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { FoundPhrase } from '../words/phrase-finder.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { isNextTo, saysSo, wordsBetween } from './distance.ts';
import { nameRules } from './name-rules.ts';
import { isDoubtful, isWithin } from './number-looks.ts';

const maxWords = 24;

export interface AfterParams {
  /** Names after the number, nearest first. */
  names: FoundPhrase<NameLabel>[];
  /** Something before the number already explains it, so that "là" is required. */
  mustBeSaid: boolean;
}

/** The kind according to the words after a number: "482913 là mã otp". */
export function namedAfter(
  text: ReadText,
  number: WrittenNumber,
  { names, mustBeSaid }: AfterParams,
): SecretKind | 'other' | undefined {
  for (const name of names) {
    if (name.first <= number.last) continue;
    if (name.first - number.last > maxWords) return undefined;
    const distance = wordsBetween(text, number.last, name.first);
    if (name.label === 'other') return isNextTo(text, number.last, name.first) ? 'other' : undefined;
    const { kind, after, digits } = nameRules[name.label];
    const isLoose = mustBeSaid && name.label !== 'bank';
    if ((isLoose || isDoubtful(number)) && !saysSo(text, number.last, name.first)) continue;
    if (distance <= after && isWithin(number.digits.length, digits)) return kind;
  }
  return undefined;
}
