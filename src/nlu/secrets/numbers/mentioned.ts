import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { hasLength, nameRules } from './name-rules.ts';
import { isDoubtful } from './number-looks.ts';

/** Names that hardly occur in a text with a number of their length that is not theirs. */
const strongNames: ReadonlySet<NameLabel> = new Set([
  'otp',
  'pin',
  'passcode',
  'password',
  'cardCode',
  'card',
  'account',
  'bank',
  'identity',
]);

/** The kind of a number that nothing explains, in a text that names a secret of this length anywhere. */
export function mentioned({ labels }: ReadText, number: WrittenNumber): SecretKind | undefined {
  const { digits, spoken, single } = number;
  if (isDoubtful(number) || digits.endsWith('00') || (spoken && !single)) return undefined;
  if (labels.has('other')) return undefined;
  for (const label of labels) {
    if (label !== 'other' && strongNames.has(label) && hasLength(label, number)) return nameRules[label].kind;
  }
  return undefined;
}
