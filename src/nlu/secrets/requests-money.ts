import { foldInPlace } from '../text/fold-in-place.ts';

const me = '(?:em|e|chau|minh|toi|con|tui|to|ben em|ben chau|ben minh)';
const account =
  '(?:stk|so tk|so tai khoan|thong tin tai khoan|tai khoan (?:ngan hang|nhan tien|vcb|mb|bidv|agribank))';
const paying = '(?:chuyen (?:khoan|tien)|ck|bank|banking|gui tien|nap tien|dua tien|tra tien)';
const sum = '\\d[\\d.,]*(?:k|tr| ?(?:nghin|ngan|trieu|dong|vnd|cu|xi))(?![a-z])';
const gap = '[^.!?;\\n]{0,40}?';

/** "Chuyển khoản 200k cho cháu", "ck vào số của em". */
const pays = `(?:${paying}(?![a-z])${gap}|(?:chuyen|gui|dua|ung|nap)(?![a-z])${gap}${sum}${gap})(?<![a-z])(?:(?:cho|qua|sang|vao|toi)(?: (?:giup|so|tk|stk|tai khoan|momo|vi|zalopay|cua|ca nhan)){0,4} ${me})`;
/** "Cho em xin 200k", "bồi dưỡng cho cháu ít tiền". */
const gives = `cho ${me}(?: (?:xin|muon|vay|it|khoang)){0,2} (?:${sum}|tien)|boi duong${gap}cho ${me}|(?:phi|cong) lam ho${gap}${sum}`;
/** "Cho xin stk ngân hàng", "gửi cháu số tài khoản của bác". */
const tells = `(?:gui|doc|nhan|bao|xin|cung cap|chup|cho (?:${me}|xin))(?: [a-z]+){0,5} ${account}`;
const asks = new RegExp(`(?<![a-z])(?:${pays}|${gives}|${tells})(?![a-z])`, 'g');
/** "Stk ngân hàng đi bác": hardly anything else. */
const bare = new RegExp(
  `^\\W*(?:(?:bac|co|chu|ong|ba|anh|chi|oi|a|voi|cho|xin) )*${account}(?: (?:ngan hang|cua|bac|co|chu|ong|ba|anh|chi|oi|a|la gi|dau|di|nhe|voi|nha|may|bao nhieu))*\\W*$`,
);

/** Negated, or told of others: "đừng chuyển khoản cho ai", "nếu có người bảo chuyển tiền cho họ". */
const isWarning =
  /(?<![a-z])(?:dung|khong|chang|cam|ko|khg|chua|neu|canh giac|lua dao|chung no|ho|nguoi la|ke)(?![a-z])(?: [a-z]+){0,9} ?$/;
/** The office itself, which does take fees. */
const toOffice = /(?<![a-z])(?:kho bac|uy ban|ubnd|xa|truong|benh vien|co quan|so ghi tren|ma qr)(?![a-z])/;

/**
 * Whether a text asks its reader for money or for the number of a bank account. "Đừng chuyển khoản cho ai" does not.
 * Pure; linear in the length of the text.
 */
export function asksForMoney(text: string): boolean {
  const folded = foldInPlace(text.normalize('NFC')).replaceAll(/ {2,}/g, ' ');
  if (bare.test(folded)) return true;
  return [...folded.matchAll(asks)].some(({ 0: whole, index }) => {
    const before = folded.slice(Math.max(0, index - 60), index);
    const clause = before.split(/[.!?;\n]/).at(-1) ?? '';
    return !isWarning.test(clause) && !toOffice.test(whole);
  });
}
