import { foldText } from '../text/fold-text.ts';
import { elders, juniors, oneOf, peers, softeners, speakers, without } from './lexicon.ts';

const self = oneOf(...speakers, 'e', 't', 'm', 'nha');
const around = oneOf(
  ...['da', ...softeners, 'ah', 'voi', 'di', 'gap', 'luon', 'ngay', 'oi', 'ad', 'shop', 'xa', 'giup'],
  ...without(elders, 'ong', 'ba'),
  ...peers,
  ...without(juniors, 'con'),
  ...['duoc khong', 'dc k', 'dc ko', 'truc tiep'],
);
/** A clause that wants a person and nothing else: "cho tôi gặp cán bộ với". */
const wantsPerson = new RegExp(
  `^(?:${around} )*(?:${self} )?(?:(?:cho|xin|muon|can|de|nho|duoc|phai|hay) (?:${self} )?)*(?:gap|(?:noi|noi chuyen|trao doi|chat|nhan tin) (?:truc tiep )?voi) (?:mot |1 |ban |anh |chi |co )?(?:can bo|nguoi that|nguoi thiet|nguoi phu trach|nhan vien|tu van vien|nguoi truc)(?: ${around})*$`,
);
/** A person in whatever words, and hardly a word more: nothing is told of the matter. */
const onlyWantsPerson = /^(?:\S+ ){0,4}gap (?:can bo|nguoi|nhan vien|to)(?: \S+){0,3}$/;
/** Longer messages tell something that is to be read as well. */
const maxWords = 14;

/** Whether a short message says, in a clause of its own, that a person is wanted. Pure. */
export function asksForPerson(text: string): boolean {
  if (foldText(text).split(' ').length > maxWords) return false;
  return text.split(/[,.;!?\n]+/).some((clause) => wantsPerson.test(foldText(clause)));
}

/** Whether all of a message is the wish to speak to somebody. Pure. */
export function asksOnlyForPerson(text: string): boolean {
  return onlyWantsPerson.test(foldText(text));
}
