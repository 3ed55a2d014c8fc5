import { expandAbbreviations } from '../text/abbreviations.ts';
import { foldText } from '../text/fold-text.ts';
import { fixKeystrokes } from '../text/raw-keystrokes.ts';
import { elders, juniors, oneOf, peers, speakers, staff } from './lexicon.ts';

/** What a resident wants done for them. */
export interface DoForMe {
  /** An appointment, a look into their papers or debts, anything else. */
  kind: 'book' | 'look-up' | 'act';
  /** The resident's word for themself beside the wish, folded: "nộp hộ bác". */
  speaker?: string;
}

const verbs = oneOf(
  ...['dat', 'hen', 'book', 'lay so', 'boc so', 'tra(?: cuu)?', 'check', 'kiem tra', 'tim', 'xem', 'dang ky'],
  ...[
    'dang nhap',
    'nop',
    'lam(?! on)',
    'khai(?: bao)?',
    'ke khai',
    'viet',
    'dien',
    'nhap',
    'dong',
    'thanh toan',
  ],
  ...[
    'gui (?:don|ho so|phan anh|to khai|giay)',
    'huy',
    'xoa',
    'sua',
    'ghi',
    'in',
    'rut',
    'gia han',
    'cai(?: dat)?',
  ],
  ...[
    'tai',
    'xin',
    'chuyen',
    'ky',
    'doi',
    'soan',
    'mua',
    'cap(?: nhat| lai)?',
    'mo',
    'tao',
    'lay',
    'khoa',
    'tich hop',
  ],
);
const appointment = /^(?:dat .*(?:lich|hen|cho|so)(?= |$)|hen|book|lay so|boc so)/;
const lookingUp = /^(?:tra(?! tien)|check|kiem tra|tim|xem)(?= )/;
const ownData =
  /(?:^| )(?:h[oồ] so|mahoso|bien(?: so)?|phat nguoi|no|thue|so do|so dat|the|bao hiem|bhyt|ket qua|luong|tro cap|tai khoan|don|giay)(?= |$)/;

/** Without marks "ho" is also "hồ sơ", "hộ chiếu", "họ tên". */
const help = oneOf(
  ...['giup', 'gium', 'dum', 'thay'],
  'ho(?! (?:so|chieu|khau|kinh doanh|ngheo|can ngheo|tich|ten|gia dinh|tro|lon)(?: |$))',
);
const self = oneOf(...speakers, 'e', 'c', 'a', 'chung toi', 'bon em');
const called = oneOf(...elders, ...peers, ...juniors, ...staff, 'ban', 'bot', 'tro ly', 'admin', 'shop');
const polite = oneOf(
  ...[
    'da',
    'vang',
    'a',
    'oi',
    'alo',
    'hi',
    'chao',
    'nho',
    'lam on',
    'xin',
    'hay',
    'thoi',
    'vay',
    'the',
    'thi',
    'gio',
  ],
  ...['phien', 'nay', 'luon', 'vui long', 'cac', 'may', `${called} oi`, `chao ${called}`, 'co the'],
);
const pleading = oneOf('voi', 'nhe', 'nha', 'nghen', 'nhen', 'di', 'a di');
/**
 * The verb, whom the resident speaks to just before it, and nobody else: "con bác ký hộ bác", "ai làm hộ", "tôi nộp hộ"
 * are about what other people do.
 */
const start = `^(?:${polite} )*(${called} )?(?:${polite} )*(?=${verbs} )`;

/** "Nộp hộ …", "đặt lịch … giúp …". */
const withHelp = new RegExp(`${start}(${verbs} (?:(?!${help} )\\S+ ){0,8}?(${help}) (.+))$`);
/** "Khai thuế luôn cho cô đi". */
const forSpeaker = new RegExp(
  `${start}(${verbs} (?:\\S+ ){1,9}?cho (${self})(?: luon)? ${pleading}(?: ${oneOf('a', called)})*(?: keo .+)?)$`,
);
/** The resident's word for themself; "anh trai", "bà ngoại", "chị em", "cô giáo" are relatives and others. */
const startsWithSelf = new RegExp(
  `^(?!co ${oneOf('duoc', 'can', 'phai', 'the', 'mat', 'ai', 'gi', 'khong')}(?: |$))(${self})(?= |$)` +
    `(?! ${oneOf('trai', 'gai', 'ruot', 'ho', 'noi', 'ngoai', 'dau', 're', 'xom', 'giao', 'chi', 'vo', 'chong')}(?: |$))`,
);
const endsPleading = new RegExp(`(?:^| )${pleading}(?: ${oneOf('a', called)})*$`);
/** Who helped already, whether somebody would, or how it is done. */
const asksOrTells = new RegExp(
  `^${self} (?:roi|xong|tu|hom|duoc roi)(?= |$)|^${self} (?:\\S+ )?(?<!duoc )(?:khong|ko|chua)(?: a)?$` +
    '|(?:^| )(?:trang nao|cach|kieu gi|lam sao|can gi|can giay|giay to gi|phai lam gi|muon|the nao(?! roi)|(?<!dang |den )o dau|thi)(?= |$)',
);
/** "Em nộp hộ bà được không": asks for a relative. */
const forOthers = /^(?:ong|ba|anh|chi)(?= ).*duoc khong(?: a)?$/;

const inEnglish =
  /^(?:(?:hi|hello|please|pls|can you|could you|will you|would you|i need you to|i want you to) )*(?:(book|make|get|schedule)|(look up|look at|check|see|find)|(register|file|fill|submit|pay|apply|sign|log|renew|write|declare|do|cancel|change)) (?:.+ )?for me(?: please| pls)?$/;
const bookMe =
  /^(?:(?:please|pls|can you|could you) )*(?:book|get) me (?:a|an) (?:\S+ )?(?:appointment|slot|ticket)(?= |$)/;

/** Words that only fold to "hộ", "cô", "con", "chị", "thay"; written with their marks they are kept. */
const otherWords: ReadonlySet<string> = new Set('hồ họ hổ hố hở có cố còn chỉ ảnh thấy thầy'.split(' '));
const clauseEnd = /[,.;!?\n]+/;
const wordEnd = /[^\p{L}\p{M}\p{N}]+/u;
/** In characters; the rest of a longer text is ignored. */
const maxLength = 600;

/**
 * What the resident wants the bot to do in their place: "đăng ký giúp em khai sinh với", "khai thuế luôn cho cô đi".
 * Undefined for a question, for a wish to be told ("chỉ giúp"), and when somebody does it for somebody else. Pure.
 */
export function readDoForMe(text: string): DoForMe | undefined {
  for (const clause of text.slice(0, maxLength).split(clauseEnd)) {
    const wish = readVietnamese(wordsOf(clause)) ?? readEnglish(foldText(clause));
    if (wish) return wish;
  }
  return undefined;
}

function wordsOf(clause: string): string {
  const tokens = clause
    .normalize('NFC')
    .toLowerCase()
    .split(wordEnd)
    .filter(Boolean)
    .map((token) => (otherWords.has(token) ? token : fixKeystrokes(foldText(token))));
  return expandAbbreviations(tokens).join(' ');
}

function readVietnamese(words: string): DoForMe | undefined {
  const [, , toDo, forWhom] = forSpeaker.exec(words) ?? [];
  if (toDo) return wishOf(toDo, forWhom);
  const [, subject, wish = '', helping, rest = ''] = withHelp.exec(words) ?? [];
  if (asksOrTells.test(rest) || (subject && forOthers.test(rest))) return undefined;
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
