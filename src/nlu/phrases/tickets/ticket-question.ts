import { assents, juniors, oneOf, peers, softeners, speakers, staff } from '../lexicon.ts';

/** "Yêu cầu của tôi đến đâu rồi", "yêu cầu 412 xong chưa": clear in any context. */
const asksOwn = new RegExp(
  `(?:^| )yeu cau (?:so )?(?:\\d{3,6}|cua ${oneOf(...speakers, 'di', 'cau', 'mo')})(?: .*)? ` +
    '(?:den dau|toi dau|the nao|ra sao|sao roi|xong chua|duoc chua)',
);

const lead = oneOf(...assents, 'alo', 'oi', 'the', 'vay', ...juniors, ...staff, 'co', 'chu', ...peers);
const who = '(?:can bo|nguoi ta|moi nguoi|co nguoi|ai|ho|to|xa|ben ay|ben do|nguoi|ban)';
const calls = '(?:goi(?: (?:lai|dien))?|alo|lien he(?: lai)?|lien lac(?: lai)?|nhan lai)';
const when = '(?:khi nao|bao gio|luc nao|may gio|chung nao|bao lau nua|bao lau)';
const whom = `(?: (?:cho|voi))?(?: ${oneOf(
  ...[...speakers, ...softeners, ...staff],
  ...['day', 'duoc', 'the', 'vay', 'nhi', 'ha', 'oi'],
)})*`;
/** "Khi nào gọi", "sao chưa thấy ai gọi": must be the whole message. */
const asksWhen = new RegExp(
  `^(?:${lead} )*(?:${when}(?: (?:thi|moi|se))*(?: ${who})?(?: (?:thi|moi|se|duoc))* ${calls}|${calls}(?: lai)? (?:luc )?${when}|(?:sao|the nao)? ?(?:mai )?(?:van )?(?:chua|khong|ko|chang) (?:thay|co)(?: ${who})? ${calls})${whom}$`,
);
/**
 * The same about an answer; it counts only right after a ticket was opened, because it may refer to anything
 * else.
 */
const asksWhenAnswered = new RegExp(
  `^(?:${lead} )*(?:${when}(?: (?:thi|moi|se))*(?: ${who})?(?: (?:thi|moi|se|duoc|co))* tra loi|tra loi ${when})${whom}$`,
);
/** "Sao lâu thế", "chờ mãi": from residents who wait for an answer. */
const impatient = new RegExp(
  `^(?:${lead} )*(?:sao )?(?:ma )?(?:(?:van )?(?:lau|cham) (?:the|vay|qua|ghe|lam|rua)|(?:cho|doi) (?:mai|lau qua|lau lam|hoai|dai co|tu sang|ca ngay))(?: (?:chua|khong|ko|van|thay|co|ai|gi|tra loi|het|roi|la|luon))*${whom}$`,
);
const self = oneOf(...speakers, 'qua', 'e', 'c');
const how = '(?:den dau|toi dau|the nao|ra sao|sao|xong|den buoc nao)';
/** "Việc của tôi đến đâu rồi", "đã có ai nhận chưa": about a ticket while one is open. */
const asksOfCase = new RegExp(
  `^(?:${oneOf(lead, self, 'check', 'kiem tra', 'xem', 'giup', 'ho', 'cho')} )*(?:cai |cho )?(?:viec|vu|chuyen|don|yeu cau)(?: nay| kia| do)?(?: cua)? ${self} (?:da |thi )*(?:${how}|co ai)(?: \\S+){0,4}$`,
);
/** "Đến đâu rồi", "sao rồi", "có ai nhận chưa", "bao giờ có người đến". */
const asksBare = new RegExp(
  `^(?:${oneOf(lead, self, 'check', 'kiem tra', 'xem', 'giup', 'ho', 'thay', 'hoi', 'cho')} )*(?:${how} (?:roi|r|chua)|(?:da )?(?:co )?(?:ai|can bo|nguoi)(?: nao)? (?:nhan|lo|xem|giai quyet|xu ly|tra loi)(?: (?:viec|cho|giup|gi|${self}))* chua|ai (?:dang )?(?:lo|nhan|phu trach|giai quyet)(?: (?:viec|vu|cho|giup|cua|nay|${self}))*|${when}(?: (?:thi|moi|se))*(?: ${who})?(?: (?:thi|moi|se|co))* (?:den|xuong|toi|nguoi (?:tra loi|den|giup)))${whom}$`,
);
/** In characters; longer messages say more than that. */
const longest = 60;

/**
 * A question about the resident's own tickets. `how-far` and `when-called` are clear in any context; `of-case` refers to
 * a ticket that was opened lately; `why-so-long` and `when-answered` only while the talk is about it.
 */
export type TicketQuestion = 'how-far' | 'when-called' | 'of-case' | 'why-so-long' | 'when-answered';

/**
 * Pure.
 * @param folded lower case, no marks, no punctuation
 */
export function findTicketQuestion(folded: string): TicketQuestion | undefined {
  if (asksOwn.test(folded)) return 'how-far';
  if (folded.length > longest) return undefined;
  if (asksWhen.test(folded)) return 'when-called';
  if (asksOfCase.test(folded)) return 'of-case';
  if (impatient.test(folded) || asksBare.test(folded)) return 'why-so-long';
  return asksWhenAnswered.test(folded) ? 'when-answered' : undefined;
}
