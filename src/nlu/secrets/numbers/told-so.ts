import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { hasLength, nameRules } from './name-rules.ts';

/** Words that give the number itself after a description of it: "… số nhà ghép với tuổi cụ, tức là 4787". */
const saying =
  /(?<![a-z])(?:tuc la|(?<!thu )tuc|nghia la|cu the la|hinh nhu la|chac la|mang mang(?: la)?|van la|moi la) (?:so )?$/;
const reach = 24;
const maxNames = 8;
const secrets: ReadonlySet<NameLabel> = new Set(['otp', 'code', 'pin', 'passcode', 'password', 'card']);

/**
 * The kind of a number that a text about a secret gives at the end of a description.
 * @param end index of the first name that is not before the number
 */
export function toldSo(text: ReadText, number: WrittenNumber, end: number): SecretKind | undefined {
  if (!saying.test(text.folded.slice(Math.max(0, number.start - reach), number.start))) return undefined;
  for (let at = end - 1; at >= Math.max(0, end - maxNames); at--) {
    const { label } = text.names[at] as (typeof text.names)[number];
    if (label !== 'other' && secrets.has(label) && hasLength(label, number)) return nameRules[label].kind;
  }
  return undefined;
}
