import { foldText } from '../text/fold-text.ts';
import { grammarWords } from './grammar-words.ts';
import { elders, juniors, oneOf, peers, speakers, staff } from './lexicon.ts';

/** What a resident wants done for them. */
export interface DoForMe {
  /** An appointment, a look into their papers or debts, anything else. */
  kind: 'book' | 'look-up' | 'act';
  /** The resident's word for themself beside the wish, folded: "nộp hộ bác". */
  speaker?: string;
}

const listed = (words: string) => words.split(', ');

const verbs = oneOf(
  ...listed(
    'dat, hen, book, lay so, boc so, tra(?: cuu)?, check, kiem tra, tim, xem, dang ky, dang nhap, nop',
  ),
  ...listed(
    'lam(?! on), khai(?: bao)?, ke khai, viet, dien, nhap, dong, thanh toan, huy, xoa, sua, ghi, in, rut',
  ),
  ...listed(
    'gui (?:don|h[oồ] so|phan anh|to khai|giay), gia han, cai(?: dat)?, tai, xin, chuyen, ky, doi, soan',
  ),
  ...listed('mua, cap(?: nhat| lai)?, mo, tao, lay, khoa, tich hop, tach, bat'),
);
const appointment = /^(?:dat .*(?:lich|hen|cho|so)(?= |$)|hen|book|lay so|boc so)/;
const lookingUp = /^(?:tra(?! tien)|check|kiem tra|tim|xem)(?= )/;
const ownData =
  /(?:^| )(?:h[oồ] so|mahoso|bien(?: so)?|phat nguoi|no|thue|so do|so dat|the|bao hiem|bhyt|ket qua|luong|tro cap|tai khoan|don|giay|dong (?:duoc|den|may|bao nhieu))(?= |$)/;

/** Without marks "ho" is also "hồ sơ", "hộ chiếu", "họ tên". */
const help = oneOf(
  ...['giup', 'gium', 'dum', 'thay'],
  'ho(?! (?:so|chieu|khau|kinh doanh|ngheo|can ngheo|tich|ten|gia dinh|tro|lon)(?: |$))',
);
/** "Chỉ giúp", "hỏi giúp": the resident wants to be told. */
const telling = oneOf('chi', 'chỉ', 'hoi', 'huong dan', 'giai thich', 'day', 'tu van', 'noi', 'nhac');
const self = oneOf(...speakers, 'e', 'c', 'a', 'chung toi', 'bon em');
const called = oneOf(...elders, ...peers, ...juniors, ...staff, 'ban', 'bot', 'tro ly', 'admin', 'shop');
const polite = oneOf(
  ...listed(
    'da, vang, a, oi, alo, hi, chao, nho, lam on, xin, hay, thoi, vay, the, thi, gio, phien, nay, luon',
  ),
  ...listed('vui long, cac, may, co the, ra, vao, len'),
  ...[`${called} oi`, `chao ${called}(?! oi)`],
);
const pleading = oneOf('voi', 'nhe', 'nha', 'nghen', 'nhen', 'di', 'a di');
/**
 * The verb, whom the resident speaks to just before it, and nobody else: "con bác ký hộ bác", "ai làm hộ", "tôi nộp hộ"
 * are about what other people do.
 */
const start = `^(?:${polite} )*(${called} )?(?:${polite} )*(?=${verbs} )`;

/** "Nộp hộ …", "đặt lịch … giúp …". */
const withHelp = new RegExp(`${start}(${verbs} (?:(?!${help} |${telling} )\\S+ ){0,8}?(${help}) (.+))$`);
/** "Khai thuế luôn cho cô đi"; "cho con", "cho cháu" is for a child. */
const forSpeaker = new RegExp(
  `${start}(${verbs} (?:\\S+ ){1,9}?cho (?!con |chau )(${self})(?: luon)? ${pleading}(?: ${oneOf('a', called)})*(?: keo .+)?)$`,
);
/** The resident's word for themself; "anh trai", "bà ngoại", "chị em", "cô giáo" are relatives and others. */
const startsWithSelf = new RegExp(
  `^(?!co ${oneOf('duoc', 'can', 'phai', 'the', 'mat', 'ai', 'gi', 'khong')}(?: |$))(${self})(?= |$)` +
    `(?! ${oneOf('trai', 'gai', 'ruot', 'ho', 'noi', 'ngoai', 'dau', 're', 'xom', 'giao', 'chi', 'vo', 'chong', 'con', 'ay')}(?: |$))`,
);
const endsPleading = new RegExp(`(?:^| )${pleading}(?: ${oneOf('a', called)})*$`);
/** Who helped already, whether somebody would, or how it is done. */
const asksOrTells = new RegExp(
  `^${self} (?:roi|xong|tu|hom|duoc roi)(?= |$)|^${self} (?:\\S+ )?(?<!duoc )(?:khong|ko|chua)(?: a)?$` +
    '|(?:^| )(?:trang nao|cach|kieu gi|lam sao|can gi|can giay|giay to gi|phai lam gi|muon|c[oó] duoc khong|the nao(?! roi)|(?<!dang |den )o dau|thi)(?= |$)',
);
/** "Em nộp hộ bà", without a plea, tells of a relative. */
const elsewhere = /^(?:ong|ba|anh|chi)(?= |$)/;
const asksWhether = /(?:^| )duoc khong(?: a)?$/;

const inEnglish =
  /^(?:(?:hi|hello|please|pls|can you|could you|will you|would you|i need you to|i want you to) )*(?:(book|make|get|schedule)|(look up|look at|check|see|find)|(register|file|fill|submit|pay|apply|sign|log|renew|write|declare|do|cancel|change)) (?:.+ )?for me(?: please| pls)?$/;
const bookMe =
  /^(?:(?:please|pls|can you|could you) )*(?:book|get) me (?:a|an) (?:\S+ )?(?:appointment|slot|ticket)(?= |$)/;

const clauseEnd = /[,.;!?\n]+/;
/** In characters; the rest of a longer text is ignored. */
const maxLength = 600;

/**
 * What the resident wants the bot to do in their place: "đăng ký giúp em khai sinh với", "khai thuế luôn cho cô đi".
 * Undefined for a question, for a wish to be told ("chỉ giúp"), and when somebody does it for somebody else. Pure.
 */
export function readDoForMe(text: string): DoForMe | undefined {
  for (const clause of text.slice(0, maxLength).split(clauseEnd)) {
    const wish = readVietnamese(grammarWords(clause)) ?? readEnglish(foldText(clause));
    if (wish) return wish;
  }
  return undefined;
}

function readVietnamese(words: string): DoForMe | undefined {
  const [, , toDo, forWhom] = forSpeaker.exec(words) ?? [];
  if (toDo) return wishOf(toDo, forWhom);
  const [, subject, wish = '', helping, rest = ''] = withHelp.exec(words) ?? [];
  if (asksOrTells.test(rest)) return undefined;
  if (subject && elsewhere.test(rest) && !endsPleading.test(rest)) return undefined;
  if (helping === 'thay' && asksWhether.test(rest)) return undefined;
  const speaker = startsWithSelf.exec(rest)?.[1];
  // "Thay" alone is an exchange: "đổi thay thẻ".
  return speaker || (helping !== 'thay' && endsPleading.test(rest)) ? wishOf(wish, speaker) : undefined;
}

function wishOf(words: string, speaker: string | undefined): DoForMe | undefined {
  const kind = kindOf(words);
  return kind && { kind, ...(speaker && { speaker }) };
}

function kindOf(wish: string): DoForMe['kind'] | undefined {
  if (appointment.test(wish)) return 'book';
  if (wish.startsWith('dat ')) return undefined;
  if (!lookingUp.test(wish)) return 'act';
  // What is the same for everybody is told: "xem giúp em giờ làm việc".
  return ownData.test(wish) ? 'look-up' : undefined;
}

function readEnglish(words: string): DoForMe | undefined {
  if (bookMe.test(words)) return { kind: 'book' };
  const [whole, booked, lookedUp] = inEnglish.exec(words) ?? [];
  if (whole === undefined) return undefined;
  if (booked) return { kind: 'book' };
  return { kind: lookedUp ? 'look-up' : 'act' };
}
