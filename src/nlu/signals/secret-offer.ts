import { normalise } from './normalise.ts';

/** What a resident offers: a code or password, their login to somebody else, or a picture of their papers. */
export type SecretOffer = 'secret' | 'login' | 'papers';

const helper =
  '(?:chau|con|em|e|ad|admin|ban|anh|chi|co|chu|can bo|xa|bot|tro ly|ben ban|ben minh|ben xa|trang|minh)';
const secret =
  '(?:mat khau|mat ma|mk(?= (?:cho|nhe|nha|ne|vneid|etax|zalo|dvc))|pass|password|passcode|(?:ma |so )?pin|(?:ma |so )?otp|ma (?:so )?(?:xac nhan|xac thuc|xac minh|kich hoat|dang nhap)|ma (?:6|sau|4|bon) so|(?:ma |so )?cvv|so the(?: atm| ngan hang| visa)?)';
const giving =
  '(?:gui|doc|nhan|dua|noi|cung cap|chep|cam|cho(?= (?:ad|admin|ban|can bo|so|ma|pin|mat khau) ))';
const noCode = '(?! (?:ho so|so thue|khach|don|tra cuu|loi|van don|bien|qr))';
const words = (count: number) => `(?: [^ ]+){0,${count}}?`;
/** How an offer ends: "… nhé", "… được không", "… để làm hộ". */
const offered =
  '(?:nhe|nha|nghen|nghe|nhen|ne|nao|luon|di|duoc khong|duoc chu|co duoc|khong a|vao giup|vao xem|de vao|lam ho|lam giup|lam thay|login|dang nhap|nop)';
const paper =
  '(?:can cuoc|cccd|cmnd|cmt|chung minh(?: thu| nhan dan)?|the (?:ngan hang|atm|can cuoc|bhyt|bao hiem)|so (?:ho ngheo|ho khau|do|hong)|giay khai sinh|ho chieu|giay to|id card|passport)';

const offersSecret = [
  `${giving}${words(5)} ${secret}${words(8)} ${offered}`,
  `${giving} ${helper}${words(2)} ${secret} ne`,
  `(?:can|phai|nen)(?: phai)? (?:gui|doc|dua|cung cap) ${secret}${words(4)} khong`,
  `can (?:gui )?${secret}${words(3)} de ${helper} (?:gui|doc|dua)`,
  `doc (?:cai )?ma${noCode}${words(5)} cho ${helper}`,
  `can (?:doc |gui )ma${noCode}${words(2)} khong`,
  `can ma gi ${helper} (?:doc|gui|dua)`,
  `cho ${helper} ma${noCode} de`,
  `(?:se|de|muon|dinh)(?: ${helper})? (?:gui|doc|nhan|dua|noi) ${secret}`,
  `cu lay ${secret}${words(3)} vao`,
  `i (?:will|can|am going to) (?:send|give|tell|read)${words(3)} (?:password|mat khau|otp|pin|code)`,
  `(?:can|shall|should|may|let) (?:i|me) (?:send|give|tell|read)${words(4)} (?:password|mat khau|otp|pin|code|passcode)`,
];
const offersLogin = [
  `(?:dang nhap|login)${words(3)} (?:gium|ho(?! kinh| khau| chieu| ten)|dum|thay)`,
  `dang nhap giup (?:bac|ong|ba|co|chu|cu)`,
  `(?:ai do|can bo|xa|ad|nho|cho nguoi) (?:dang nhap|login)${words(2)} giup`,
  `nhap (?:gium|ho|dum|thay|giup)${words(2)} ${secret}`,
  `vao (?:tai khoan|tk|may|vneid|app|dich vu cong|dvc|etax|zalo|vssid)${words(5)} (?:gium|ho(?! kinh| khau| chieu| ten)|dum|thay)`,
  '(?:log in|login|sign in) (?:for me|on my behalf)',
];
const offersPapers = [
  `(?:chup|gui|up|dua)${words(4)} ${paper}${words(4)} (?:qua|vao|len|o) (?:day|zalo|nay|khung|tin nhan)`,
  `chup${words(3)} ${paper}${words(4)} (?:gui|cho) (?:ad|can bo|xa|chau|em|con|ban)`,
  `gui${words(1)} (?:anh|hinh|ban chup)${words(3)} ${paper}${words(4)} (?:duoc khong|nhe|nha|duoc chu|co duoc)`,
  `(?:can|shall|may) i send${words(5)} (?:id card|passport|bank card)`,
];

/** Others ask for it, or it is done: a scam, and no offer. */
const isTold =
  /(?<![a-z])(?:no|ho|nguoi ta|nguoi la|cong an|ngan hang|tong dai|app|ai|ke|thang|nguoi)(?: [^ ]+){0,3} (?:bao|bat|doi|keu|xin|hoi|yeu cau|xung|goi)(?![a-z])|(?<![a-z])(?:lo|da|vua moi) (?:gui|doc|dua|cho|noi|nhan)(?![a-z])|(?<![a-z])(?:gui|dua) nham|cho (?:no|ho|nguoi)(?![a-z])|lua dao|bi lo(?![a-z])/;
/** Forbidden, not done, or a machine's task: "đừng gửi", "mã không gửi về", "gửi lại mã cho tôi". */
const isNoOffer =
  /(?<![a-z])(?:dung|khong|chua|sao|cam|xin|he thong|may) (?:[^ ]+ )?(?:gui|doc|dua|cho|nhan|noi)(?![a-z])|(?<![a-z])gui (?:lai|ve)(?![a-z])(?! cho chau nghe)|cho (?:toi|tui|minh|em|chau)(?: xin| biet| hoi| lay|$)|(?:huong dan|day|chi)(?: [^ ]+){0,2} dang nhap|o dau|the nao|luu lai|(?<![a-z])wifi(?![a-z])/;

const patterns = (list: readonly string[]) => new RegExp(`(?<![a-z])(?:${list.join('|')})(?![a-z])`);
const kinds: [SecretOffer, RegExp][] = [
  ['login', patterns(offersLogin)],
  ['papers', patterns(offersPapers)],
  ['secret', patterns(offersSecret)],
];

/**
 * What a resident offers to hand over, so that the bot can refuse it before they do. A scammer's demand that they tell
 * of is no offer. Pure; linear in the length of the text.
 */
export function findSecretOffer(text: string): SecretOffer | undefined {
  const folded = normalise(text);
  if (isTold.test(folded)) return undefined;
  const found = kinds.find(([, pattern]) => pattern.test(folded))?.[0];
  return found !== undefined && isNoOffer.test(folded) ? undefined : found;
}
