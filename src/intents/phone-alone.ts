import { foldText } from '../nlu/fold-text.ts';
import type { ReadMessage } from './intent-handler.ts';

/** What the webhook put in the place of a secret. */
const mask = /\[[^\]]*\]/g;
const small = new Set(
  `da vang a u ah oi day nay do la cua so sdt dt zalo dien thoai lien he lien lac qua goi alo toi tui minh em chau con bac co chu
  ong ba anh chi me bo nha nhe nha may moi cu can bo my phone number is`.split(/\s+/),
);

/** Whether a message is a phone number and nothing that asks for anything: "số của tôi 09…". Pure. */
export function isPhoneAlone({ text, secrets }: Pick<ReadMessage, 'text' | 'secrets'>): boolean {
  if (!secrets.includes('phone') || secrets.some((secret) => secret !== 'phone')) return false;
  const words = foldText(text.replaceAll(mask, ' ')).split(' ').filter(Boolean);
  return words.every((word) => small.has(word));
}
