import { foldText } from '../text/fold-text.ts';
import { oneOf, softeners, speakers } from './lexicon.ts';

const self = oneOf(...speakers, 'e', 'c');
const around = oneOf(
  'da',
  ...softeners,
  'voi',
  'di',
  'gap',
  'luon',
  'ngay',
  'nhanh',
  'len',
  'giup',
  'can bo',
  'ad',
  'lam on',
);
/** A clause that only asks for a call: "gọi cho bà gấp", "gọi lại cho em với". */
const wantsCall = new RegExp(
  `^(?:(?:alo|da|a|ad|xin|nho|lam on|can bo|ai) )*goi (?:dien )?(?:lai )?cho ${self}(?: ${around})*$`,
);

/** Whether a message asks for a call in a clause of its own. Pure. */
export function asksForCall(text: string): boolean {
  return text.split(/[,.;!?\n]+/).some((clause) => wantsCall.test(foldText(clause)));
}
