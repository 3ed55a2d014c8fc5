import { foldText } from '../text/fold-text.ts';
import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';

const secret = createPhraseTable(
  `mat khau, ma otp, otp, ma pin, pin, pass, password, passcode, ma xac nhan, ma xac thuc, ma kich hoat, ma bao mat, cvv, so the ngan hang,
  ma so bi mat, ma sau so, ma 6 so, sau so, 6 so, tai khoan va mat khau, tai khoan voi mat khau, tk mk, tk va mk, ma gui ve, ma vua ve, ma moi ve,
  ma tin nhan, so the atm, code, pin code`,
);
/** "Mk" alone is also "mình". */
const shortForm = createPhraseTable(
  'mk vneid, mk etax, mk dvc, mk dich vu cong, mk ihanoi, mk vssid, mk zalo, mk ngan hang, mk bank, mk app, mk cua, tk mk, tk vs mk, tk voi mk',
);
const gives = createPhraseTable(
  'gui, doc, dua, cho, nhan, cung cap, noi, khai, ghi, viet, chup, nhap, send, give, tell, read, share',
);
/** To whom: the bot or the office, in the words by which it is spoken to. */
const toUs = createPhraseTable(
  `cho chau, cho em, cho ban, cho con, cho ad, cho bot, cho xa, cho can bo, cho minh, cho may, cho trang, cho anh chi, cho co, cho chu, cho ben minh,
  qua day, vao day, len day, o day, tren day, cho ben ban, cho tro ly, cho nha, chau lam giup, em lam giup, lam ho, lam giup, lam gium,
  vao giup, vao ho, vao gium, mo giup, mo ho, xu ly giup, kiem tra giup, chau vao, ban vao, em vao, ad vao, to you, here`,
);
/** An offer or a question whether to do it. */
const offering = createPhraseTable(
  `nhe, nha, nhen, nghe, a, ha, hay la, hay, duoc khong, co duoc khong, khong, co can khong, can khong, luon, de, day, nay, thi, shall i, should i, can i, do you need, nao`,
);
const signInForMe = createPhraseTable(
  `dang nhap gium, dang nhap ho, dang nhap giup, dang nhap dum, vao tai khoan gium, vao tai khoan ho, vao tai khoan giup, log in giup, login giup, login ho,
  log in for me, sign in for me, dang nhap thay, vao vneid giup, vao vneid ho, vao etax ho, vao etax giup, dang nhap vao giup, dang nhap vao ho`,
);
/** Somebody else asks for it, or it has happened: that is a scam or a worry, no offer. */
const others = createPhraseTable(
  `no bao, no doi, no keu, no hoi, ho bao, ho doi, ho keu, ho hoi, nguoi ta, han, so la, nguoi la, cong an bao, ngan hang bao, ngan hang goi, can bo goi,
  shipper, tong dai, xung, lua, cho no, cho ho, cho nguoi, lo doc, lo gui, da doc, da gui, doc roi, gui roi, co ai hoi, ai hoi, co bao gio, khong bao gio`,
);

/** Whether the sender offers, or asks, to hand a secret to this account or the office. Pure, linear. */
export function offersSecret(text: string): boolean {
  const folded = normalise(text);
  if (others.isIn(folded)) return false;
  if (signInForMe.isIn(folded)) return !asksHow.isIn(folded);
  return (
    (secret.isIn(folded) || shortForm.isIn(foldText(text))) &&
    gives.isIn(folded) &&
    toUs.isIn(folded) &&
    offering.isIn(folded) &&
    !asksHow.isIn(folded)
  );
}

/** A question of how something works, or of a secret that does not come. */
const asksHow = createPhraseTable(
  `the nao, lam sao, kieu gi, o dau, cach nao, khong ve, chua ve, khong nhan duoc, quen, doi mat khau, lay lai, cap lai, mat khau wifi, bi khoa, gui ve may`,
);
