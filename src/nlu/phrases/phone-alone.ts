import type { SecretKind } from '../../message.ts';
import { assents, softeners, speakers } from './lexicon.ts';

/** What may stand around a phone number in a message that says nothing else. */
const around: ReadonlySet<string> = new Set([
  ...assents,
  ...softeners,
  ...speakers,
  ...`u ah oi day nay do la cua so sdt dt zalo dien thoai lien he lien lac qua goi alo me bo may moi cu can bo my phone
  number is`.split(/\s+/),
]);

/**
 * Whether a message is a phone number and nothing that asks for anything: "số của tôi 09…". Pure.
 * @param folded without what stands in the place of secrets
 */
export function isPhoneAlone(folded: string, secrets: readonly SecretKind[]): boolean {
  if (!secrets.includes('phone') || secrets.some((secret) => secret !== 'phone')) return false;
  return folded
    .split(' ')
    .filter(Boolean)
    .every((word) => around.has(word));
}
