import { foldText } from '../text/fold-text.ts';
import { elders, juniors, oneOf, peers, softeners, speakers, without } from './lexicon.ts';

const self = oneOf(...speakers, 'e', 'c', 'a', 't', 'm', 'qua', 'nha');
const around = oneOf(
  ...['da', ...softeners, 'ah', 'voi', 'di', 'gap', 'luon', 'ngay', 'oi', 'ad', 'shop', 'xa', 'giup'],
  ...without(elders, 'ong', 'ba'),
  ...peers,
  ...without(juniors, 'con'),
  ...['duoc khong', 'dc k', 'dc ko', 'truc tiep'],
);
/** A clause that only asks for a person: "cho tôi gặp cán bộ với". */
const wantsPerson = new RegExp(
  `^(?:${around} )*(?:${self} )?(?:(?:cho|xin|muon|can|de|de nghi|yeu cau|mong|nho|duoc|phai|hay) (?:${self} )?)*(?:gap|(?:noi|noi chuyen|trao doi|chat|nhan tin) (?:truc tiep )?voi) (?:mot |1 |ban |anh |chi |co )?(?:can bo|nguoi that|ng that|nguoi thiet|nguoi phu trach|nhan vien|tu van vien|nguoi truc)(?: (?:phu trach|chuyen mon|tu phap|ho tich|dia chinh|thue|truc))?(?: ${around})*$`,
);
/** "Cho tôi gặp cán bộ hướng dẫn với", "… người của tổ ở thôn X": with what the person is wanted for, and no question. */
const wantsPersonFor = new RegExp(
  `^(?:${around} )*(?:${self} )?(?:(?:cho|xin|muon|can|nho|de nghi|yeu cau) (?:${self} )?)+gap (?:mot |ban |anh |chi |co )?(?:(?:can bo|nguoi that|ng that|nhan vien|nguoi phu trach)(?: (?:thon|xom|xa|to))?|nguoi (?:cua |trong |o |ben )?to(?: cong nghe(?: so)?)?(?: (?:o |cua )?(?:thon|xom|xa)(?! nao(?: |$))(?: \\S+){1,3})?)(?: (?:de )?(?:huong dan|giup|hoi|tu van|ho tro|chi|trao doi|noi chuyen)(?! \\S*(?: \\S+)* ?(?:dau|nao|gi|sao|khong|ko|k|may)(?: |$))(?: \\S+){0,6})?$`,
);
/** The same in English: "I want to talk to a person". */
const wantsPersonInEnglish =
  /^(?:(?:please|hi|hello|can|could|may|i|we|want|need|would|like|wish|id|to|let|me) )*(?:talk|speak|chat) (?:to|with) (?:a |an |the |some |any |your |one )?(?:real |human |live )?(?:person|people|human|someone|somebody|agent|officer|official|staff|volunteer|staff member)(?: (?:please|now|here))*$/;
/** Asks for a person in any words, with hardly another word: tells nothing about the request. */
const onlyWantsPerson = /^(?:\S+ ){0,4}gap (?:can bo|nguoi|ng|nhan vien|to)(?: \S+){0,3}$/;

/** Whether a message asks for a person in a clause of its own. Pure. */
export function asksForPerson(text: string): boolean {
  const isWish = (clause: string) => isWishForPerson(clause) || wantsPersonInEnglish.test(clause);
  return text.split(/[,.;:!?\n]+/).some((clause) => isWish(foldText(clause)));
}

/** The other clauses of a message that asks for a person in one of them. Pure. */
export function withoutWishForPerson(text: string): string {
  const clauses = text.split(/(?<=[,.;:!?\n])/);
  const others = clauses.filter((clause) => !isWishForPerson(foldText(clause)));
  return others.length === clauses.length ? text : others.join('').trim().replace(/[,;]$/, '');
}

function isWishForPerson(clause: string): boolean {
  return wantsPerson.test(clause) || wantsPersonFor.test(clause);
}

/** Whether a message only asks for a person. Pure. */
export function asksOnlyForPerson(text: string): boolean {
  return onlyWantsPerson.test(foldText(text));
}
