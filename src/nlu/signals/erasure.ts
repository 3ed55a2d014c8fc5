import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';

const oneOf = (words: string) => `(?:${words})`;

const deletes = createPhraseTable(
  `xoa, xoa bo, go bo, go xuong, go khoi, go thong tin, go het anh, go het hinh, go so dien thoai, xin go, go nhung gi, go truoc, go sach, go giup, go gium, go ngay, huy bo, huy cac tep,
  huy ngay, huy het, huy toan bo, tieu huy, quen het, dep het, don het, don sach, don gium, quet sach, gach het, gach bo,
  tay trang, rut thong tin, rut lai moi, rut lai thong tin, rut lai so, thu hoi giup, thu hoi ho, clear, delete, remove,
  erase, forget, bo di, bo giup, bo gium, bo het, bo so dien thoai, bo cai so, bo ngay sinh, bo ten, bo hang, bo han,
  bo ra khoi, bo khoi, ra khoi du lieu, ra khoi he thong, boi di, ha xuong`,
);

/** No wish: it is forbidden, done already, done by others, or only asked about. */
const noWish = createPhraseTable(
  `khong yeu cau xoa, chua yeu cau xoa, khong he yeu cau xoa, khong bao xoa, khong xin xoa, khong dam xoa, dung xoa, bui trang xoa, man hinh trang xoa, xoa trang, dung go, dung huy, dung co xoa, khong xoa, em chua xoa, toi chua xoa, sao chua xoa, khoan xoa, khoi xoa, chang xoa, dung bao xoa,
  khong muon xoa, khong can xoa, khong nen xoa, chua muon xoa, khong phai xoa, don toi delete, do not delete,
  bi xoa, da xoa mat, toi da xoa, em da xoa, ho da xoa, xoa roi, xoa xong, lo xoa, lo tay xoa, xoa nham, nham xoa, xoa so dan, xoa so ca, xoa so lon, xoa so vuon, xoa so dam, xoa so lua, tu xoa, tu dong xoa, bi go,
  ai xoa, no xoa, xoa mat, xoa co mat,  tu nhien xoa, nghich xoa, xoa het anh cua, bao xoa tin, bao xoa la,
  xoa the nao, xoa kieu gi, xoa lam sao, xoa nhu the nao, xoa bang cach, xoa o dau, cach xoa, lam sao xoa,
  lam the nao xoa, lam the nao de xoa, lam sao de xoa, muon xoa thi, xoa o muc nao, how do i, how to, co xoa khong, xoa khong, xoa chua, xoa tu bao gio, bao gio xoa, bao lau thi xoa, sao xoa, hay la xoa, co the xoa,
  xoa hay giu, giu hay xoa, may bao day, luat nao, quy dinh nao, quy dinh xoa, lam bai, khoi phuc, quyen xoa du lieu la`,
);

/** Things that others keep, or that are no data of a talk. */
const elsewhere = createPhraseTable(
  `app, ung dung, phan mem, facebook, fb, tiktok, youtube, gmail, messenger, instagram, telegram, icloud, vneid, vssid,
  tren dich vu cong, tren dvc, cong dich vu cong, so suc khoe, san, trang web, web,
  xoa thuong tru, xoa tam tru, tam vang, xoa khau, chua xoa khau, ten khoi ho, khoi ho khau, xoa nhan khau, xoa dang ky,
  huy dang ky, xoa no, khoi so, het zalo, xoa bot, no xau, cic, xoa the chap, an tich, tien an, mu chu, mu cong nghe, nha tam, danh ba, nhom zalo,
  khoi nhom, trong nhom, binh luan, bai dang, bai viet, bai phan anh, phan anh, tin rac, tin nhan rac, tin lua dao, cache,
  virus, bo nho, trinh duyet, dang vien, giay khai sinh, hoc ba, van tay cu, dich vu nhac, nhac cho, thue bao, hop dong dien,
  danh sach tro cap, danh sach tiem, ten khoi danh sach, tren he thong thue, xoa nick, bo nick, xoa zalo, xoa tai khoan zalo,
  anh trung, trong dien thoai, thung rac, lich su chuyen khoan, lich su giao dich, lich su cuoc goi, quang cao khoan, xoa gian, ranh nha, cot moc, quy hoach, du lieu dan cu,
  can bo xoa, truong thon xoa, ho so tren cong, nop nham ho so, tin nhan ngan hang, nho may, nhe may, trang thuong,
  trang ban, tai khoan ngan hang khong dung, ho so dat, lai tu dau, quen het thi, mat sim, o xa khac`,
);

/** What this account keeps, in words that say it by themselves. */
const ownData = createPhraseTable(
  `du lieu, du lieu ca nhan, dl, data, thong tin, thong tin ca nhan, tt ca nhan, personal information, my information,
  lich su chat, lich su tro chuyen, lich su nhan tin, lich su hoi, lich su hoi thoai, history, chat history, my messages,
  cuoc tro chuyen, cuoc noi chuyen, cuoc hoi thoai, doan hoi thoai, doan chat, hoi thoai, phien tro chuyen, doan tin nhan,
  tro chuyen, ho so hoi thoai, lich su trao doi, noi dung trao doi, noi dung, khung chat, chat, noi dung tu van, noi dung chat, noi dung da gui, cau hoi, cac cau hoi, cau chuyen,
  ban ghi am, ghi am, giong noi, voice, doan ghi am, dau vet, conversation, everything, messages`,
);
/** Things that many keep: only ours when the message says that they came to this account. */
const things = createPhraseTable(
  `anh, may anh, tam hinh, hinh, tin, tin nhan, may tin, doan, so dien thoai, sdt, so dt, dien thoai, email, mail, ten, ho ten,
  dia chi, so nha, ngay sinh, nam sinh, so can cuoc, can cuoc, cccd, cmnd, ho chieu, so tai khoan, so the, mat khau, ma so thue,
  danh sach, file, tai lieu, don, don thu, giay to, anh giay to, so do, ma pin, otp, thu nhap, benh, chuyen, loi, may loi,
  so cccd, photo, picture, number, may cai, cai nay, may cai ay, nhung dieu, nhung gi, nhung thu, moi thu, tat ca, moi dieu,
  so, so tiet kiem, so benh, buc anh, tep, cac tep, cau, may cau, dong, may dong, thu, may cai chu, que quan, file excel, bang luong`,
);
/** They came to this account, or are kept by it. */
const here = createPhraseTable(
  `o day, vao day, len day, ra day, tren day, cho nay, trang nay, trang dang, trang giu, voi trang, cho trang, len trang, khoi trang, nho trang, khung, ben minh, ben em, ben nay, ben ban, he thong, server,
  may chu, oa, tai khoan nay, tai khoan zalo cua xa, bot, tro ly, da gui, gui nham, gui lon, gui luc nay, gui hom, gui sang nay,
  gui tu, gui qua, gui roi, vua gui, moi gui, lo gui, da tai len, tai nham, gui len, gui o tren, o tren, vao day roi, vao trong nay, trong nay, khung chat,
  vua nhan, moi ghi, vua ghi, vua ke, vua viet, toi viet, em viet, vua go, vua noi, ban nay, luc nay, tu nay, nay gio, vua nay,
  da cung cap, da cho, tung nhan, toi noi, ba noi, bac noi, tu truoc toi nay, nhan nham, go nham, noi nham, da vao, hoi sang, len khung,
  khoi may nay, khoi may chu, trong may, trang dang giu, luu tai, gui hom, em vua nhan, tin co so the, goi nham, gui lon nhom,
  trong luc hoi, anh ba di, chi lo nhac, em gui, toi gui, chi gui, chi goi, co gui, co vua gui, bac gui, minh gui,
  toi da up, da up, da chup, chup nham, goi nham, da nhan, nhan bua, em nhan, tui nhan, da noi, noi hoi, o noi, noi voi may, da khai,
  khai o day, em de lai, toi de lai, minh de lai, o tren, e moi, toi ghi, nay e, nay em, may cau, de lai cho, da hoi, tung hoi, em hoi, hoi luc nay, bac hoi, chi hoi, ong hoi, toi hoi, co hoi, minh hoi, hoi ve,
  da chat, da ke, lo ke, to ke, em ke, tam su, da nhap, da dua, thi dua, doc nham, lo go, lo nhap, dinh kem, dang luu, luu, luu giu,
  dang giu, giu so, con giu, giu lai lam gi, noi nham, hom no, hoi hom, tu tuan truoc, toi qua, khoi cuoc, sent, keep, you have`,
);
const messages = createPhraseTable('tin nhan, tin, may tin, chat, anh giay to');
/** Whose it is. */
const mine = createPhraseTable(
  `cua toi, cua tui, cua em, cua e, cua minh, cua chau, cua con, cua bac, cua co, cua chu, cua anh, cua chi, cua ong, cua ba, cua qua,
  cua o, cua t, cua dong chi, cua khach, ten tuoi, nha co, ten that, cua me, cua cu, cua gia dinh, nha tui, nha toi, nha em, ve toi, ve em, ve minh, ve tui, ve chau, ve bac, ve chi, toi, em, minh,
  tui, my, about me, ca nhan, me, cua vo toi, 2 dua con, con em, quan nha`,
);
/** "Delete all that you have of me": the object is whatever this account keeps. */
const allOfMine = createPhraseTable(
  `co gi cua toi, co gi cua chi, co gi cua em, co gi cua minh, co gi cua bac, co gi cua chau, gi ve toi, gi ve em, gi ve minh,
  giu gi ve toi, het ve toi, het ve em, het ve minh, het ve tui, moi thu ve toi, moi thu ve em, moi thu cua toi, nho toi nua, nho em nua`,
);

const speaker = oneOf(
  'toi|tui|minh|mk|tao|em|chau|con|bac|co|chu|anh|chi|ong|ba|o|qua|me|bo|cu|iem|to|dong chi|vo|chong|nha em|nha toi|i',
);
const adverb = oneOf(
  'da|vua|moi|lo|lo tay|lo mieng|tung|co|hay|nham|toan|cung|het|nay|luc nay|hoi nay|ban nay|vua nay|tu nay|tu nay gio|hom qua|hom no|hom truoc|bua truoc|bua no|' +
    'hom kia|toi qua|sang nay|hoi sang|chieu nay|tuan truoc|thang truoc|truoc gio|truoc day|da tung|nghich|tuc qua|dai mom|bi|just|have',
);
const tells = oneOf(
  'gui|nhan|noi|ke|viet|go|chat|hoi|khai|ghi|nhap|cung cap|de lai|chup|up|dan|tai|doc|tam su|than|than tho|chui|goi|post|dinh kem|nop|' +
    'chia se|share|dien|scan|thu am|trao doi|nhan tin|dang|tiet lo|sent|send|wrote|typed|said|told|gave|shared',
);
/** "Em lỡ gửi", "vừa kể", "nhắn nhầm", "gửi vào đây": the resident told this account the thing. */
const told = new RegExp(
  `(?<![a-z0-9])(?:${speaker} (?:${adverb} ){0,4}${tells}|(?:${adverb} ){1,4}${tells}|` +
    `${tells} (?:nham|lon|bay|lung tung|linh tinh|vao|len|o day|cho trang|tu nay|luc nay|hom))(?![a-z0-9])`,
);
const isOwned = createPhraseTable(
  'cua toi, cua tui, cua em, cua minh, cua chau, cua bac, cua co, ve toi, ve em, ve minh, so toi, so em',
);
const maxOwnedWords = 10;
const maxBareWords = 6;

/** Verbs that ask to keep nothing, or to give back: a wish only when the classifier reads one. */
const softVerbs = createPhraseTable(
  `dung luu, dung giu, dung nho, dung cat, khong cho giu, khong cho luu, khong cho phep giu, khong cho phep luu, khong duoc giu, khong duoc luu, khong dong y cho luu,
  khong muon cac anh giu, ngung luu, ngung giu, ngung su dung, ngung dung, rut, rut lai, thu hoi, dep, dep di, dot, ha xuong, boi, tay, gach, quen, huy,
  khoi cat, khoi luu, go, bo, don, lam mat, stop keeping, withdraw, take back, take down`,
);
const softObjects = createPhraseTable('dong y, su dong y, consent, toi, gi cua toi, gi cua em, phone number');
/** In fewer words nothing tells a wish from a fragment. */
const minWords = { named: 4, told: 6 };
/**
 * Probabilities of the classifier that a verb with its object needs, by how much else the message tells. None of 2,000
 * ordinary messages reaches them (test/safety/erasure.test.ts).
 */
const minProbability = { plain: 0.25, told: 0.28, named: 0.33, soft: 0.5 };

/** What a message has without a classifier: enough for the plain ways to say it. */
const unknown = minProbability.plain;
/** The classifier knows little English. */
const english = createPhraseTable('delete, erase, remove, clear, forget');

/** What else is known of a message. */
export interface ErasureEvidence {
  /** Names of apps whose data this account does not keep. */
  otherApps?: readonly string[];
  /** The classifier's probability, 0..1, that it is such a wish; where it has none the tables decide alone. */
  probability?: () => number | undefined;
}

/**
 * Whether a message asks this account to delete what it keeps about the person: a verb of deleting and its object in
 * the same message, not forbidden, not done already, not a thing that others keep. Tables know the plain ways to say
 * it; for the others the classifier must agree. Pure.
 */
export function wantsErasure(text: string, { otherApps = [], probability }: ErasureEvidence = {}): boolean {
  const folded = normalise(text);
  const isStrong = deletes.isIn(folded) || takesDown(text);
  if (!(isStrong || softVerbs.isIn(folded)) || noWish.isIn(folded) || elsewhere.isIn(folded)) return false;
  if (otherApps.some((app) => ` ${folded} `.includes(` ${normalise(app)} `))) return false;
  const needed = isStrong && isPlain(folded) ? plainNeeds(folded) : neededProbability(folded, isStrong);
  return needed !== undefined && (probability?.() ?? unknown) >= needed;
}

function plainNeeds(folded: string): number {
  return english.isIn(folded) ? 0 : minProbability.plain;
}

/** The tables alone tell that the object is this person's and kept here. */
function isPlain(folded: string): boolean {
  if (allOfMine.isIn(folded)) return true;
  if (ownData.isIn(folded)) return mine.isIn(folded) || here.isIn(folded) || isShort(folded);
  if (messages.isIn(folded) && mine.isIn(folded)) return true;
  if (!things.isIn(folded)) return false;
  return here.isIn(folded) || (isOwned.isIn(folded) && folded.split(' ').length <= maxOwnedWords);
}

/** Undefined when the message names no object. */
function neededProbability(folded: string, isStrong: boolean): number | undefined {
  const count = folded.split(' ').length;
  const isNamed = count >= minWords.named && (things.isIn(folded) || ownData.isIn(folded));
  const isTold = told.test(folded) && (isNamed || count >= minWords.told);
  if (!isStrong) {
    const isSoft = isNamed || isTold || (count >= minWords.named && softObjects.isIn(folded));
    return isSoft ? minProbability.soft : undefined;
  }
  if (isTold || (isNamed && (here.isIn(folded) || mine.isIn(folded)))) return minProbability.told;
  return isNamed ? minProbability.named : undefined;
}

/** "Xoá dữ liệu": all of the message, with nothing that could give it another owner. */
function isShort(folded: string): boolean {
  return folded.split(' ').length <= maxBareWords;
}

/** "Gỡ" is told from "gõ" by its marks alone. */
function takesDown(text: string): boolean {
  return /(?<!\p{L})gỡ(?!\p{L})/u.test(text.normalize('NFC').toLowerCase());
}
