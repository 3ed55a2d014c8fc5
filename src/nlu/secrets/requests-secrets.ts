import { foldInPlace } from '../text/fold-in-place.ts';

const identityPaper =
  '(?:cccd|can cuoc(?: cong dan)?|cmnd|cmt|chung minh(?: thu| nhan dan)?|the cc|ho chieu)';
const bankCard = '(?:the (?:atm|ngan hang|tin dung|visa|mastercard)|atm)';
const side = '(?:hai mat|2 mat|mat truoc|mat sau)';

/** Secrets that no helper ever needs from a resident. */
const secret = [
  '(?:ma |so )?otp',
  'ma (?:so )?(?:xac (?:nhan|thuc|minh)|kich hoat|bao mat|dang nhap|pin)',
  '(?:mat khau|matkhau|mkhau|mat ma|password|passcode|pass(?! wifi)|ma pin|so pin|pin the|cvv)',
  'mk (?:vneid|etax|dvc|zalo|app|vssid|ngan hang|tai khoan|dang nhap)',
  'ma (?:6|4|sau|bon) so',
  'ma (?:(?:no|vua|moi|may|ho) ){0,2}(?:gui ve|ve may|ve dt|ve dien thoai|trong tin nhan)',
  'ma (?:vua|moi) nhan(?: duoc)?',
  `(?:so|ma)(?: tren| in tren)? (?:${bankCard}|the ngan hang)`,
  `(?:so|ma so) ${identityPaper}`,
  'so dinh danh',
  `(?:anh|hinh|ban chup|${side})(?: (?:the|cua|cai|to|${side}|bac|ong|ba|co|chu|anh|chi)){0,3} (?:${identityPaper}|${bankCard})`,
  `(?:${identityPaper}|${bankCard})(?: [a-z]+){0,2} ${side}`,
].join('|');

const me = '(?:em|chau|minh|toi|con|anh|chi|co|chu|bac|tui|to|ben em|ben chau|xa|to cong nghe)';
/** Verbs for handing something over, or asking for it. */
const handing = [
  'gui',
  'doc',
  'chup',
  'cung cap',
  `cho ${me}(?: (?:xin|biet|muon|xem))?`,
  `(?:dua|noi|bao|nhan)(?: (?:lai|cho|vao|qua|tin|${me}))+`,
  'up(?: len)?|upload|dang len',
  'cho xin|xin (?:bac|ong|ba|co|chu|anh|chi)',
  // Before the secret itself: "em xin trả lời: mật khẩu …" asks for nothing.
  `(?:em|chau|con|minh|toi) xin(?= (?:(?:lai|cai|luon) ){0,2}(?:${secret})(?![a-z]))`,
].join('|');
/** Typing happens on the resident's own phone, unless the text adds "vào đây". */
const typing = 'nhap|dien|ghi|go|viet|nhan';

const gap = '[^.!?;\\n]{0,30}?';
const handsOver = new RegExp(
  `(?<![a-z])(?:${handing})(?![a-z])(${gap})(?<![a-z])(?:${secret})(?![a-z])`,
  'g',
);
const typesHere = new RegExp(
  `(?<![a-z])(?:${typing})(?![a-z])(${gap})(?<![a-z])(?:${secret})(?![a-z])${gap}(?<![a-z])(?:vao day|o day|qua day|lai day|tai day|cho ${me})(?![a-z])`,
  'g',
);

const end = '(?= *(?:[,.!?;\\n]|$))';
const softly = '(?: (?:nhe|nha|voi|a|di|luon|ghi|nhap|lam|giup|xem))*';
/** The secret first: "nói mật khẩu cho em", "đổi mật khẩu xong thì gửi cho em", "viết mật khẩu ra giấy chụp gửi em". */
const handsAfter = new RegExp(
  [
    `(?<![a-z])(?:noi|dua|bao|viet|ghi)((?: [a-z]+){0,2}?) (?:${secret})(?: [a-z]+){0,2} cho ${me}(?![a-z])`,
    `(?<![a-z])(?:${secret})(?: (?:xong|roi|moi|cu|thi|bac|ong|ba|co|chu|anh|chi|do|nay|ra|giay|chup|vneid|zalo|etax)){0,6} (?:gui|doc)(?: (?:lai|luon|ngay|giup))*(?: (?:cho|qua|sang))? ${me}${softly}${end}`,
    `(?<![a-z])(?:em|chau|con) (?:dang )?can (?:${secret})(?: (?:moi|cu|vneid|zalo))* cua (?:bac|ong|ba|co|chu|anh|chi)(?![a-z])`,
  ].join('|'),
  'g',
);

/** "Đọc mã cho cháu": a code read out is no file code. */
const readsCode =
  /(?<![a-z])doc(?: (?:giup|ho|lai|em|chau|cho|nhanh|cai)){0,3} (?:cai )?ma(?! (?:ho so|so thue|khach|don|tra cuu|hs|loi|van don|bien|qr))(?: [a-z]+){0,3}? (?:cho|giup|ho|di|nhe|nha|voi)(?![a-z])/g;
/** The last code named before is one of a file, so "đọc mã" means that one. */
const afterFileCode = /(?<![a-z])ma (?:ho so|bien nhan|van don|tra cuu)(?![a-z])(?:(?!\bma\b)[^\n]){0,60}$/;
/** "Pass?", "mã 6 số đâu bác": hardly anything but the name of a secret. */
const bare = new RegExp(
  `^\\W*(?:(?:bac|co|chu|ong|ba|anh|chi|oi|a|da|cho|xin|the|con|mau) )*(?:${secret}|mk|otp)(?: (?:cua|bac|co|chu|ong|ba|anh|chi|oi|a|la|gi|dau|di|nhe|voi|nha|may|bao nhieu|vneid|etax|zalo))*\\W*$`,
);

/** With these the text is about the secret and does not ask for it: "nhắn em nếu quên mật khẩu". */
const isAbout =
  /(?<![a-z])(?:quen|doi|dat lai|lay lai|cap lai|thay|khoa|mat|lo|bi hoi|neu|che|huong dan|cach|buoc)(?![a-z])/;
/** Negates the request: "đừng gửi", "không ai hỏi". */
const forbids =
  /(?<![a-z])(?:dung|neu|nguoi la|ke xau|lua dao|khong|chang|cam|ko|khg|chua)(?![a-z])(?: [a-z]+){0,6} ?$/;
/** The name of a button: "bấm Gửi lại mã OTP". */
const isButton = /(?<![a-z])(?:bam|chon|nut|muc)(?: (?:vao|nut|chu|dong|muc|o))* ?["“']?$/;
const forUs = new RegExp(`^[^.!?;\\n]{0,30}?(?<![a-z])(?:cho|qua|vao) (?:${me}|day)(?![a-z])`);
/** A system sends the secret to the resident: "hệ thống sẽ gửi mã OTP về máy". */
const machineSends =
  /(?<![a-z])(?:may|he thong|ung dung|app|vneid|zalo|ngan hang|tong dai|cong)(?: [a-z]+){0,3} ?$/;
const comesToThem = /^(?: \S+){0,2} (?:ve|den|toi|qua|vao) (?:may|dien thoai|so|sdt|dt|tin nhan|zalo|email)/;

/**
 * Whether a text asks its reader for a one-time code, a password, a PIN, card data, an identity number or
 * photos of identity papers. "Đừng gửi mã OTP cho ai" does not. Pure; linear in the length of the text.
 */
export function asksForSecrets(text: string): boolean {
  const folded = foldInPlace(text.normalize('NFC')).replaceAll(/ {2,}/g, ' ');
  if (bare.test(folded)) return true;
  return [handsOver, handsAfter, typesHere, readsCode].some((pattern) =>
    [...folded.matchAll(pattern)].some(
      (match) =>
        isRequest(folded, match) &&
        !(pattern === readsCode && afterFileCode.test(folded.slice(0, match.index))),
    ),
  );
}

function isRequest(folded: string, match: RegExpExecArray): boolean {
  const clauseBefore =
    folded
      .slice(Math.max(0, match.index - 60), match.index)
      .split(/[.!?;\n]/)
      .at(-1) ?? '';
  const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 40);
  return (
    !forbids.test(clauseBefore) &&
    !(isButton.test(clauseBefore) && !forUs.test(after)) &&
    !isAbout.test(match[1] ?? '') &&
    !(machineSends.test(clauseBefore) && comesToThem.test(after))
  );
}
