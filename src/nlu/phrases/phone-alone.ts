import type { SecretKind } from '../../message.ts';
import { assents, softeners, speakers } from './lexicon.ts';

/** Words that may surround a phone number in a message with nothing else. */
const around: ReadonlySet<string> = new Set([
  ...assents,
  ...softeners,
  ...speakers,
  ...`u ah oi day nay do la cua so sdt dt zalo dien thoai lien he lien lac qua goi alo me bo may moi cu can bo my phone
  number is`.split(/\s+/),
]);

/** Words that say that another number was wrong, and those around them. */
const correcting: ReadonlySet<string> = new Set('sai nham kia cu doi thay bo'.split(' '));
const aroundCorrection: ReadonlySet<string> = new Set(
  'y chet ne kia cu doi thay sang vao dung chu khong phai do roi nghen cho sai nham'.split(' '),
);

/**
 * Whether a message is only a phone number and asks for nothing: "số của tôi 09…", "số kia sai, số này
 * 09…". Pure.
 * @param folded without the placeholders of secrets
 */
export function isPhoneAlone(folded: string, secrets: readonly SecretKind[]): boolean {
  if (!secrets.includes('phone') || secrets.some((secret) => secret !== 'phone')) return false;
  const words = folded.split(' ').filter(Boolean);
  const isCorrection = words.some((word) => correcting.has(word));
  return words.every((word) => around.has(word) || (isCorrection && aroundCorrection.has(word)));
}
