/**
 * Words that say what a number is, folded, comma-separated. The nearest one before a number names it, else
 * the nearest one after it. The longest of those that begin at the same word wins: "mã hồ sơ" is no "mã".
 */
export const numberNames = {
  /** Phrases that contain a naming word but name nothing. */
  neutral: `tra loi, xin loi, loi nhan, trung mat, so do la, luong tam, phi ly, nam nay, nam ngoai, ngay mai, gui tin nhan, goi tin nhan`,
  otp: `otp, ma otp, smart otp, sms otp, otp code, so otp, ma xac nhan, ma xac thuc, ma xac minh, ma xac nhan otp,
    ma so xac nhan, ma so xac thuc, ma kich hoat, ma bao mat, ma dang nhap, ma giao dich, ma mot lan, ma dung mot lan,
    ma 6 so, ma 4 so, ma sau so, ma bon so, ma 6 chu so, ma 4 chu so, ma sau chu so, ma bon chu so, ma xnhan, ma xthuc, ma xn, ma xt, verification code, security code, activation code,
    confirmation code, login code, one time code, one time password, o xac thuc, o xac nhan, o otp, is your code,
    ma khoi phuc, ma dat lai`,
  /** A code of any kind; only its length and the words between show that it is secret. */
  code: `4 chu so, 6 chu so, 8 chu so, bon chu so, sau chu so, tam chu so, sau con so, bon con so, 6 con so, 4 con so, 4 so, 6 so, 8 so, bon so, sau so, tam so, ma, code, the code, my code, ma so, ma do, ma nay, pass so, day so, day ma, con so, ma bi mat`,
  /** One half of a code that the resident gives in two parts. */
  half: `bat dau bang, bat dau la, starts with, starting with, nua dau, nua sau, nua truoc, nua cuoi, 3 so dau, 3 so sau, 3 so truoc, 3 so cuoi, ba so dau, ba so sau, ba so cuoi,
    ba so truoc, ba so thoi, 3 so thoi, hai so dau, hai so cuoi, bon so dau, bon so cuoi, 4 so dau, 4 so cuoi, dau, duoi,
    phan dau, phan sau, ket thuc bang, ends with, ending in, ending with, first half, second half`,
  /** Says that the number was sent to the resident's phone. */
  sent: `gui cho minh, gui cho toi, gui cho em, gui cho e, gui cho tui, gui cho chau, gui cho bac, gui cho con,
    gui cho chi, gui cho anh, gui ve may, gui ve dt, gui ve dien thoai, nhan ve may, nhan cho toi, nhan cho em,
    nhan cho minh, vua ve, ra so, hien so, hien ra so, nhay ra, nhay ra so, nhay so, hien len so, keu ting ting, moi ve, ve may, ve dien thoai, ve dt, tin nhan ghi, tin nhan bao, tin nhan co so, tin co so, so trong tin, so trong tin nhan, tin ghi, tin ve, sms, texted me, sent me`,
  pin: `pin 4 so, pin 6 so, pin bon so, pin sau so, mat khau 6 so, mat khau 4 so, mk 6 so, mk 4 so, khong rut duoc, ko rut duoc, k rut duoc, rut khong duoc, rut ko duoc, rut k duoc, pin, ma pin, so pin, pin code, mat khau rut tien, ma rut tien, ma de rut tien, so rut tien, so bi mat, so bi mat rut tien, ma so bi mat, ma bi mat the, so bi mat the, mat khau the, mk the, ma the atm,
    ma atm, puk, ma puk, so puk, pass the, pass atm, mk atm, mat khau atm, phong bi ngan hang, so phong bi, phong bi, trong phong bi, to giay ghi, giay ghi, pin so`,
  passcode: `passcode 6 so, ma mo app, ma mo ung dung, mat ma 6 so, ma dinh danh dien tu, passcode, pass code, ma passcode, ma vneid, passcode vneid, mk vneid, mat khau vneid, pass vneid`,
  password: `khoa bang, mo bang, mo khoa, mo khoa may, mo khoa dt, mo khoa dien thoai, mo khoa man hinh, ma mo khoa, ma mo khoa dt, ma mo khoa dien thoai, ma khoa, ma mo khoa may, ma mo may, ma khoa may, ma ket, mat khau, mat khau mo khoa, mat khau mo may, mk mo khoa, pass mo khoa, matkhau, mat ma, mkhau, mk, pass, pas, password, passwd, pwd, pw, pass word`,
  cardCode: `cvv, cvc, ccv, cvv2, cvc2, cvv 2, cvc 2, ma cvv, so cvv, ma cvc, so cvc, so sau lung, ma sau lung, sau lung, ma sau, so phia sau, so phia sau the, 3 so phia sau, ba so phia sau, phia sau the, ma bao mat the, so bao mat the, ma mat sau, ma so mat sau, ma so sau lung, ma dang sau, so mat sau, mat sau,
    sau lung the, so dang sau, so sau the, ma an toan, ba so mat sau, 3 so mat sau, ba so sau lung, 3 so sau lung,
    ba so o sau, 3 so o sau, ba so sau the, 3 so sau the, ba so dang sau, 3 so dang sau, ba so, 3 so, three digits, 3 digits, ba so do, 3 so do, ba so nay,
    3 so nay, ba so la, 3 so la, 3 so cuoi mat sau, ba so cuoi mat sau, so bao mat, back of the card`,
  card: `so the, so tren the, day so tren the, the, the atm, the ngan hang, the visa, the napas, the tin dung,
    the ghi no, the luong, the mastercard, the jcb, the noi dia, atm, visa, napas, mastercard, jcb, amex, card,
    card number, debit card, credit card, 16 so, day 16 so, 19 so, mat truoc the`,
  account: `stk, so tk, so tai khoan, tai khoan, tk, account, account number, bank account, ck, ck vao, ck cho,
    chuyen khoan, chuyen khoan vao, chuyen tien, chuyen tien vao, chuyen vao, chuyen, chuyen toi, chuyen sang, ck toi, ck sang, ck qua, gui tien toi, nop vao, nop tien vao, gui tien vao, nap vao, ngan hang, nh,
    kho bac, tai khoan kho bac, bank, vi dien tu, dien nham, chuyen nham, ck nham`,
  identity: `cccd, can cuoc, can cuoc cong dan, so can cuoc, so cccd, the can cuoc, the cccd, cmnd, cmt, cmtnd,
    chung minh, chung minh thu, chung minh nhan dan, giay chung minh, dinh danh, so dinh danh, ma dinh danh,
    ma so dinh danh, giay to tuy than, so giay to, so cc, the cc, the can cuoc cong dan, so the can cuoc, id card, id number,
    identity card, id card number, ma dinh danh ca nhan, so cmnd, so cmt, can cuc`,
} as const;

export type NumberName = keyof typeof numberNames;
