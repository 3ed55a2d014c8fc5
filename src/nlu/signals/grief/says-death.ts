import { toPlainClauses } from './plain-words.ts';

const alternatives = (words: string) =>
  `(?:${words
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;

const owner =
  '(?: (?:cua |nha |ben )?(?:toi|tui|em|e|con|chau|minh|mk|bac|co|chu|anh|chi|ong|ba|vo|chong|ay|no|nha|xom|lang|minh))';
const kin =
  alternatives(`bo, me, ba, ma, cha, tia, bam, bu, u, thay, chong, vo, ck, vk, bme, ong, ba, cu, on, me,
  ong noi, ba noi, ong ngoai, ba ngoai, noi, ngoai, ong cu, ba cu, cu ong, cu ba, cu nha, ong xa, ba xa, ong nha, ba nha,
  bo me, ba me, cha me, ong ba, bo chong, me chong, bo vo, me vo, ba chong, ma chong, bo de, me de, bo nuoi, me nuoi,
  me ke, con trai, con gai, con dau, con re, con ut, con lon, thang ut, thang lon, thang con, thang em, thang be, con be,
  em trai, em gai, em dau, em re, anh trai, anh re, anh ca, anh hai, anh ho, chi gai, chi dau, chi ca, chi hai,
  chu ruot, chu ut, bac ruot, co ruot, di ruot, cau ruot, cau ut, o ruot, chau noi, chau ngoai, thang chau,
  em be, be nha, nguoi than, nguoi yeu, ban than, ban gai, ban trai, ban cung lop, ban hoc, ban em, ban toi, ban chau,
  hang xom, ong hang xom, bac hang xom, thay giao, co giao, su thay, su cu, cha xu, dong doi, hoi vien, ong gia, ba gia,
  vo cu, chong cu, thong gia, ong thong gia`);
/** Residents call themselves by these words: they mean another person only with an owner behind them. */
const ownKin = alternatives('co, chu, bac, di, cau, mo, thim, duong, anh, chi, em, con, chau, be');
/** The one who died; never "of" somebody whose thing is lost. */
const person = `(?<!(?:cua|cho|ten|the|so|sim|giay|xe|tien|may|ho so|tai khoan|bang|ai|dat|voi|hoi|goi) )(?<![a-z])(?:${kin}${owner}{0,3}|${ownKin}${owner}{1,3})`;
const adverb =
  '(?: (?:vua|moi|da|thi|cung|deu|bi|no|ay|lai|bong|dot ngot|benh|om|tai nan|tai bien|dang|o que|khong may))*';
const when =
  'hom|dem|sang|trua|chieu|toi qua|toi hom|khuya|luc|hoi|bua|ngay|tuan|thang|nam|duoc|cach day|ban nay|rang|mung|mong|ram|truoc|gan|hon|hqua|hq';
/** "Mất" means "died" at the end of a clause and before a time, a place, a cause or a question. */
const diedNotLost = `mat(?= *$| \\.| (?:roi|r|${when}|dot|tai|o|ben|vi|do|khi|trong (?:vien|benh|bung|luc|rung|nam|nha thuong)|som|xong|thi|tuoi|dung|tu|19\\d\\d|20\\d\\d|toi nay|may (?:nam|chuc|thang|hom|ngay)|ngoai|con (?:no|tien)|lau|nen|gio|bay gio|chua|ma(?! (?:so|pin|otp|vach))|de lai|khong (?:ve kip|kip|de|co giay|co di chuc)|ca roi|ca r|het roi|khai|bao tu|lam (?:giay|thu tuc|gi|sao)|can (?:lam|giay)|a|ak|nha|nhe|con (?:nho|bo|me|vo|dang)|phai lam|duoi nuoc|ngoai dong|gio)(?![a-z]))(?! (?:roi|do|o|nen|thi|khi|ngay|gio) (?:lam lai|cap lai|bao mat|xin lai|xin cap))`;
const died =
  alternatives(`qua doi, tu tran, ta the, tu vong, tu nan, tat tho, tat nghi, trut hoi tho, dot tu, khuat nui, khuat bong, quy tien,
  vien tich, bo minh, thiet mang, menh chung, lia doi, khong qua khoi, ko qua khoi, k qua khoi, chang qua khoi, khong qua duoc,
  ra di mai mai, ra di dot ngot, ra di de lai, nam xuong, nham mat xuoi tay, ve troi, ve voi to tien, ve voi ong ba, theo ong ba,
  chau troi, chet duoi, chet chay, chet ngat, chet roi, chet hom, chet luc, chet khi, chet o, chet vi, chet dem, chet tai, bi dam chet,
  dam chet, tu tu roi, tu tu hom, tu tu dem, that co chet, treo co chet, ngoeo, ngum roi, xuong lo, di luon roi, di luon tai cho, mat luon,
  hy sinh (?!cho|thoi|ngay|quyen|loi|ban), hi sinh (?!cho|thoi|ngay|quyen|loi|ban), khong con nua, khong con tren doi, bo em di roi, bo con di roi, bo toi di roi`);
const bury =
  alternatives(`dam tang, dam ma, dam hieu, lo tang, chiu tang, de tang, dua tang, phat tang, lam ma, lo ma, hau su, chon, chon cat, an tang,
  hoa tang, liem, kham liem, nhap quan, ha huyet, mo cua ma, dua ra dong, tien dua`);
const paper = alternatives(
  'khai tu, bao tu, chung tu, giay bao tu, mai tang phi, tien mai tang, tien tuat, cat luong huu, xoa khau',
);
const week = alternatives(
  'tuan dau, 49 ngay, 50 ngay, 100 ngay, tram ngay, gio dau, cung that, xong 3 ngay, chung that',
);
const kinAlone = alternatives(
  'bo, me, ba, ma, cha, chong, vo, ong, cu, ong noi, ba noi, ong ngoai, ba ngoai, anh trai, chi gai, em trai, em gai, con trai, con gai, bo chong, me chong',
);

/** Who died: "bố em vừa mất hôm qua", "ông cụ nhà tôi không qua khỏi". */
const subjectDied = new RegExp(`${person}${adverb} (?:${diedNotLost}|${died})(?![a-z])`);
/** Whom the resident lost: "em vừa mất mẹ". */
const lostKin =
  /(?<![a-z])(?:toi|tui|em|e|con|chau|minh|chi|anh|no|nha em|nha toi) (?:vua |moi |da |bi )*mat (?:bo|me|cha|chong|vo|ba|ong|ba noi|ong noi|nguoi than|con)(?= *$| \.| (?:roi|r|hom|tuan|thang|vi|trong|khi|luc|ma|gio|dot|som|trai|gai)(?![a-z]))/;
/** What is done for the dead: "chôn cất cho mẹ xong", "49 ngày của chồng em", "khai tử cho bố". */
const doneForDead = new RegExp(
  `(?<![a-z])(?:${bury}|${paper}|${week})(?: (?:cho|cua|xong|ho))+ ${kinAlone}(?![a-z])`,
);
const mourning =
  /(?<![a-z])(?:nha (?:em|toi|tui|minh|chau|co|con|bac)|gia dinh(?: (?:em|toi|minh))?|nha)(?: (?:dang|vua|moi|lai))* co (?:tang|dai tang|dam tang|dam ma|dam hieu|viec hieu|viec tang|nguoi mat(?! (?:the|giay|so|tien|viec|dien|xe|can))|nguoi (?:vua |moi )mat|nguoi chet)(?![a-z])|tang gia boi roi/;
const lostChild = /(?<![a-z])(?:thai luu|chet luu|say thai|luu thai|tim thai (?:ngung|khong con))(?![a-z])/;

/** The resident only supposes it, fears it or asks in general. */
const supposed =
  /(?<![a-z])(?:neu|nho(?= (?:bo|me|toi|ong|ba|vo|chong|sau|mai))|lo(?= (?:bo|me|toi|mai|ma))|gia su|phong khi|sau nay|mai kia|mai sau|tuong|suyt|xem|khong co ai|khong ai|chua ai|sap|kho|co the|bao gio|khi nao|truoc khi)(?![a-z])[a-z_ ]{0,40}$/;

/** What was lost or died is a thing or an animal: "thẻ của bố em mất rồi", "con chó nhà em chết rồi". */
const ofThing =
  /(?<![a-z])(?:cho|meo|cun|boss|lon|heo|ga|vit|ngan|trau|nghe|de|ca|tom|cay|lua|the|so|sim|xe|giay|cccd|cmnd|can cuoc|tai khoan|tien|ho so|giay to|khai sinh|dien thoai|quan|game|song|mang|doan|web|may|nick|zalo|mat|lam mat)(?: (?:cua|cu|nay|kia|do|do ten|dung ten|ten))? (?:[a-z]+ )?$/;

/** Whether a text says, as a relation of a person and an event, that somebody died. Pure. */
export function saysDeath(text: string): boolean {
  const plain = toPlainClauses(text);
  if (doneForDead.test(plain) || mourning.test(plain) || lostChild.test(plain) || lostKin.test(plain))
    return true;
  const found = subjectDied.exec(plain);
  if (found === null) return false;
  const before = plain.slice(0, found.index).split(' . ').at(-1) ?? '';
  return !supposed.test(before) && !ofThing.test(before);
}

const event = new RegExp(
  `(?<![a-z])(?:${died}|(?<!(?:em|toi|tui|minh|xua|bi|lam|danh|cau|ho so|don|ket hon) )${diedNotLost}|${bury}(?! (?:ong|cot|cap|rac|lon|ga))|${week}|chet(?! (?:may|mat|cuoi|doi|met|that|do|tiet|cha|me|ba|toi|ngat|di|khiep|lang|dung|tien|yeu|kho|nguon|duoc|chua|chac|nguoi|dan|em|toi)(?![a-z])))(?![a-z])`,
);

/** Whether a text names the event of a death at all. Pure. */
export function tellsDeath(text: string): boolean {
  const plain = toPlainClauses(text);
  return event.test(plain) || mourning.test(plain) || lostChild.test(plain) || lostKin.test(plain);
}
