import { foldInPlace } from './fold-in-place.ts';

/** What is to be called for: fire; people in water or under something; the body; flood and landslide. */
export type Accident = 'fire' | 'rescue' | 'medical' | 'disaster';

/** Longer messages tell a story and want something else. */
const longestCry = 160;

/** Papers, money and time gone by: they ask what to do afterwards, which is no matter of minutes. */
const afterwards =
  /(?<![a-z])(?:giay|giay to|ho so|thu tuc|so do|so hong|bien ban|chung nhan|can cuoc|the bao hiem|bao hiem|bhyt|tro cap|che do|huong|ho tro|boi thuong|den bu|dong tien|nop tien|tien (?:vien phi|thuoc|dien|phat)|vay|khai tu|mat (?:nam|hom|thang|tuan)|nam (?:ngoai|kia|truoc|20)|hom (?:no|truoc)|(?:thang|tuan|dot|lan|hoi) truoc|(?:thang|tuan) roi|ngay (?:truoc|xua)|phong chay|tap huan|dien tap|lop|hoc (?:sinh|so cuu)|phan anh|khieu nai|camera|ban chay|app|ung dung|vneid|ihanoi|etax|phan mem|(?:mat|loi|bi) mang|mang (?:internet|yeu|cham|lag)|4g|sim|wifi|tai khoan|dien thoai|may tinh|(?:nguoi|no|dua|pho|goi|so la|nhien) (?:ta )?(?:goi )?(?:dien )?bao|chuyen (?:khoan|tien)|(?:gui|can|doi) tien|lua dao|bi lua|trieu|(?:bat|phai) den|den khong|di tu|toa|giam ho|rut tien|cong ty|cuu tro|ho ngheo|cong nhan|(?:hai|ba|bon|may|nhieu|\d+) nam|lau (?:nay|roi)|liet|aptomat|nam mo|ngay to|thay lang|nghia trang|co phai)(?![a-z])/;

const burns =
  'nhà|bếp|kho|xưởng|chuồng|rừng|đồi|núi|xe|ô tô|rơm|rạ|ga|gas|điện|chợ|trường|lò|quán|đồng|hàng xóm';
/** Without marks "cháy", burns, is also "chạy", runs, and "chảy", flows. */
const fireMarked = new RegExp(
  `(?<!\\p{L})(?:(?:cháy|bốc cháy|bốc lửa|nổ|lửa lan)(?: to| lớn)? (?:\\p{L}+ )?(?:${burns})(?!\\p{L})|(?:${burns})(?: \\p{L}+){0,4} (?:cháy|bốc cháy|bốc lửa|phát nổ)(?!\\p{L})|(?:đang|đám|vụ|có|sắp) cháy(?! hàng| túi)|cháy (?:to|lớn|rồi|lan)|nổ bình ga|chập điện|xì ga|rò (?:rỉ )?(?:khí )?gas?(?!\\p{L})|(?:gọi|số|xe) (?:cứu|chữa) (?:hỏa|hoả|cháy))`,
  'u',
);
const firePlain =
  /(?<![a-z])(?:chay (?:nha|bep|kho rom|kho|rung|chuong|dong rom|binh ga) ?|(?:nha|bep|kho|chuong|rung|rom|ga|dien)(?: (?:toi|em|con|chau|minh|ong|ba|ho|hang xom|ben|canh))* (?:bi|dang|vua|boc|bi boc) (?:boc )?chay(?! (?:nuoc|viec|di|lai|tot|duoc|thu))|boc (?:chay|lua)|no binh ga|chap dien|ro (?:ri )?(?:khi )?gas?|cuu hoa|chua chay)(?![a-z])/;

const person =
  '(?:toi|em|con|chau|minh|nguoi|tre|be|ba|ong|bo|me|co|chu|bac|vo|chong|cu|no|dua(?: be| nho)?|thang be|con be|hoc sinh)';
const rescue = new RegExp(
  `(?<![a-z])(?:(?:chet |bi |dang )?duoi nuoc|(?:chet|sap|dang) duoi(?! (?:hoc|viec|quyet))|${person}(?: \\w+){0,2} (?:roi|nga|ngap|chim|tut|lao)(?: \\w+){0,2} (?:ao|ho(?! so)|song(?! (?:dien thoai|wifi))|gieng|suoi|kenh|muong|hao|dap)|(?:thuyen|do|xuong|xe)(?: \\w+)? (?:bi )?(?:lat|dam|chim)(?! (?:xuong gia|khau))|(?:bi |co nguoi )(?:mac ket|ket|vui|de|chon)(?: \\w+)? (?:trong|duoi|ben trong|trong nha|thang may|da|dat|tuong|ham|gieng)|sap (?:gian giao|tuong|tran|mai nha|ham|gieng|cau) ?(?:de|roi|xuong)?|(?:tuong|nha|tran|cay|cot dien)(?: \\w+){0,2} (?:de|do vao|do trung|sap vao)(?: \\w+)? ${person}|day dien(?: \\w+)? (?:bi )?(?:dut|roi|dut roi)|dut day dien)(?![a-z])`,
);
const medical = new RegExp(
  `(?<![a-z])(?:bi (?:con )?ran(?: \\w+){0,2} can(?! cuoc)|ran (?:(?:doc|luc|ho mang|ho|cap nong|cap nia) )?can(?! cuoc)|bi (?:ca )?(?:to|dan|bay)? ?ong(?: (?:vo ve|mat|bap cay|dat))? (?:dot|cham)|cho dai can(?! cuoc)|(?:bi )?dien giat|giat dien|ngo doc|uong nham|an nham (?:la|nam|thuoc|ba)|bi hoc (?:xuong|di vat|keo|vien|hat|thit|com|sua|dong xu|thuoc)|bi nghen tho|tat tho|ngung tho|khong tho duoc|(?:bi |rat |dang |tu nhien )kho tho|kho tho (?:qua|lam)|${person}(?: noi| ngoai| gia)? kho tho|tim tai|bat tinh|ngat (?:xiu|lim|xuong|di|roi|ra|tai|ngoai|o)|bi ngat|hon me|dot quy(?! (?:mat|nam|tu))|tai bien (?:roi|ngay|bay gio)|meo mieng|co giat|len con (?:co giat|hen|dau tim|dau that)|nhoi mau|dau (?:that nguc|nguc du doi)|chay (?:nhieu |rat nhieu )?mau(?: (?:nhieu|qua|khong cam|khong ngung|dau))|chay nhieu mau|mau chay|gay (?:chan|tay|xuong|co|lung|dui)|(?:bi|gap|co|vua|xay ra) (?:vu )?tai nan|tai nan (?:giao thong|xe|o to|o day|ngoai duong|tren duong|roi|nghiem trong|lien hoan)|xe (?:dam|tong|can|hat)(?: \\w+)? ${person}|bi xe(?: \\w+){0,2} (?:dam|tong|can(?! (?:cuoc|doi))|hat)|nga (?:gian giao|cay|tu tren|cau thang)|dau de|vo (?:nuoc )?oi|de roi(?! ,?(?:moi|thi|sau))|bong (?:nang|nuoc soi|lua|dien)|cap cuu (?:gap|ngay|voi|giup)|(?:can|goi|xin|cho|co)(?: xe)? cap cuu)(?![a-z])`,
);
const disaster =
  /(?<![a-z])(?:sat lo(?= (?:dat|nui|doi|roi|de|vao|cuu|nguoi|qua))|lo (?:dat|nui)|lu (?:quet|len|cuon|dang|ve (?:roi|nhanh|to))|nuoc (?:lu|song|ngap) ?(?:\w+ )?(?:len|dang|vao|ngap|cuon)(?: \w+){0,2} (?:nha|nhanh|mai|noc|co|nguc)|ngap (?:den|toi|len|qua)(?: \w+)? (?:mai|noc|co|nguc|bung|nha|giuong)|ngap het nha|vo de(?! xuat)|vo dap|tren noc nha|nuoc cuon|loc xoay|to mai nha|bay mai nha)(?![a-z])/;

/** Without marks these are everyday words too ("để rồi", "vợ ơi", "đâu để"): only the marks tell. */
const onlyMarked: readonly [plain: RegExp, marked: RegExp][] = [
  [/de roi/, /đẻ rơi/],
  [/dau de/, /đau đẻ/],
  [/vo (?:nuoc )?oi/, /vỡ (?:nước )?ối/],
  [/vo d/, /vỡ đ/],
  [/mau chay/, /máu chảy/],
  [/bi ngat|ngat (?:di|ra|tai|ngoai|o)/, /ngất/],
  [/^(?:tuong|nha|tran|cay|cot dien).* de/, /đè/],
  [/sap (?:tuong|tran|mai|ham|gieng|cau)/, /sập/],
  [/nuoc cuon/, /nước cuốn/],
  [/^lo (?:dat|nui)/, /lở/],
];

/**
 * Whether a short message speaks of fire, drowning, a body in danger or a disaster going on: they need a number to
 * call before anything else. What asks about papers or money afterwards is none. Pure.
 */
export function saysAccident(text: string): Accident | undefined {
  if (text.length > longestCry) return undefined;
  const written = text.normalize('NFC').toLowerCase().replaceAll(/ {2,}/g, ' ');
  const folded = foldInPlace(written);
  if (afterwards.test(folded)) return undefined;
  const isMarked = folded !== written;
  if (isMarked ? fireMarked.test(written) : firePlain.test(folded)) return 'fire';
  for (const [accident, pattern] of [
    ['rescue', rescue],
    ['medical', medical],
    ['disaster', disaster],
  ] as const) {
    const [found] = pattern.exec(folded) ?? [];
    if (found && !isEveryday(found, written)) return accident;
  }
  return undefined;
}

function isEveryday(found: string, written: string): boolean {
  return onlyMarked.some(([plain, marked]) => plain.test(found) && !marked.test(written));
}
