import { foldInPlace } from '../../nlu/text/fold-in-place.ts';

/** What a member can do with a ticket by a word and its number. */
type TicketCommand =
  | 'claim'
  | 'done'
  | 'pass'
  | 'pause'
  | 'talk'
  | 'wait'
  | 'details'
  | 'decline'
  | 'give_back'
  | 'pass_up'
  | 'canned'
  | 'phone';

type Word = (typeof words)[number][0];

/** A command word is never sent to a resident. */
export type Command =
  | { kind: TicketCommand; number: number | undefined }
  | { kind: Word }
  /** `until` as the member typed it; empty: until the end of the day. */
  | { kind: 'away'; until: string }
  | { kind: 'note'; number: number | undefined; text: string };

const words = [
  ['mine', 'việc của tôi|việc tôi|việc của mình|việc của em|việc đang làm'],
  ['new', 'việc mới|có việc mới không'],
  ['help', 'giúp|trợ giúp|help|hướng dẫn|cách dùng'],
  ['ask_as_resident', 'hỏi như người dân|hỏi như dân|hỏi trợ lý'],
  ['on_duty', 'trực|tôi trực|em trực|trực hôm nay|hôm nay trực|có trực'],
  ['rest', 'nghỉ|nghỉ trực|xin nghỉ|tôi nghỉ'],
  ['more', 'tiếp|tiếp theo|xem tiếp'],
  ['send', 'gửi|gửi đi'],
  ['dont_send', 'không gửi|đừng gửi'],
  ['wrong_send', 'gửi nhầm|gửi nhầm rồi|nhầm rồi|nhầm người'],
  ['give_back_all', 'trả lại hết cho tổ|trả lại hết|trả hết'],
  ['web', 'web|mở web|mở trên web|bảng làm việc'],
  ['pledge', 'tôi giữ kín thông tin của bà con|tôi giữ kín'],
] as const;

const ticketWords: [TicketCommand, string][] = [
  ['decline', 'không nhận được|không nhận'],
  ['claim', 'nhận việc|nhận'],
  ['done', 'xong việc|xong|đã xong'],
  ['pass', 'chuyển'],
  ['pause', 'tạm dừng'],
  ['talk', 'nhắn tiếp'],
  ['wait', 'chờ bà con'],
  ['details', 'xem thêm|xem'],
  ['phone', 'gọi|gọi điện'],
  ['give_back', 'trả lại tổ|trả lại'],
  ['pass_up', 'tổ cấp trên|lên trên'],
  ['canned', 'mẫu|câu mẫu|tin mẫu|câu soạn sẵn'],
];
const awayWords = 'bận hôm nay|hôm nay bận|tôi bận hôm nay|bận';
const awayUntil = /^(?:bận|ban) (?:đến|den|tới|toi|hết|het) (.{1,40})$/;
const note = /^ghi chu(?:\s+#?(\d{1,9})(?=[\s:.,]))?\s*[:.,]?\s+(?=\S)/;
/** A note command without text. */
const bareNote = /^#?ghi chu(?:\s+#?(\d{1,9}))?[\s:.,]*$/;
const toTicket = /^#?(\d{1,9})(?=[\s:.,])\s*[:.,]?\s*(?=\S)/;

const syllablesOf = (text: string) => text.split(' ');
const byWord = words.flatMap(([kind, forms]) =>
  forms.split('|').map((form) => ({ kind, form: syllablesOf(form) })),
);
const byTicketWord = ticketWords.flatMap(([kind, forms]) =>
  forms.split('|').map((form) => ({ kind, form: syllablesOf(form) })),
);

/** Begins like a command but is none: "nhận luôn 103 nhé", "trả lại 107 giúp em", "hôm nay em bận". */
const likeCommand =
  /^(?:(?:ok|oke|da|vang|a|e|em|toi|minh|chau|de|cho|thoi) )*(?:nhan (?:luon|viec|nhe|\d)|chuyen (?:luon |viec )?\d|tra lai|gui nham|nham roi|nham nguoi|ghi chu|tam dung|xong(?: (?:nhe|roi|viec|\d+))?$|(?:hom nay|mai) (?:em |toi |minh |chau )?(?:ban|nghi|truc)|ban (?:hom nay|den|ca ngay|roi)|nghi truc|truc (?:nhe|hom nay))/;
const maxWordsOfCommand = 7;

/** Whether a text may be meant for the bot and not for a resident: the bot asks first. Pure. */
export function soundsLikeCommand(text: string): boolean {
  const plain = foldInPlace(text.normalize('NFC'))
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();
  return plain.split(' ').length <= maxWordsOfCommand && likeCommand.test(plain);
}

/**
 * The command that a whole message is, typed with or without marks or tapped on an old button; undefined for any other
 * text. Typed marks count: "đúng" is not "dừng", and "bạn" is not "bận".
 */
export function readCommand(text: string): Command | undefined {
  const written = text.normalize('NFC').trim();
  const bare = bareNote.exec(foldInPlace(written));
  if (bare) return { kind: 'note', number: toNumber(bare[1]), text: '' };
  const noted = note.exec(foldInPlace(written));
  if (noted) return { kind: 'note', number: toNumber(noted[1]), text: written.slice(noted[0].length).trim() };
  const plain = written
    .toLowerCase()
    .replace(/^#/, '')
    .replaceAll(/[\s.,!?:;"'“”]+/g, ' ')
    .trim();
  const syllables = syllablesOf(plain);
  const word = byWord.find(({ form }) => isWritten(syllables, form));
  if (word) return { kind: word.kind };
  const numbered = readNumbered(syllables);
  if (numbered) return numbered;
  if (awayWords.split('|').some((form) => isWritten(syllables, syllablesOf(form)))) {
    return { kind: 'away', until: '' };
  }
  const until = awayUntil.exec(plain)?.[1];
  return until === undefined ? undefined : { kind: 'away', until };
}

function readNumbered(syllables: string[]): Command | undefined {
  const number = /^#?(\d{1,9})$/.exec(syllables.at(-1) ?? '')?.[1];
  const rest = number === undefined ? syllables : syllables.slice(0, -1);
  const found = byTicketWord.find(({ form }) => isWritten(rest, form));
  return found && { kind: found.kind, number: toNumber(number) };
}

/** Each syllable has exactly its marks, or none. */
function isWritten(syllables: readonly string[], form: readonly string[]): boolean {
  return (
    syllables.length === form.length &&
    form.every((syllable, at) => syllable === syllables[at] || foldInPlace(syllable) === syllables[at])
  );
}

/** "#412 …", "412: …" can only mean a ticket; shorter numbers may be a time, "7:30". */
const explicitNumber = /^(?:#\d{3,9}(?=[\s:.,])|\d{3,9}\s*:)/;

export interface Addressed {
  number: number;
  text: string;
  /** The notation can only mean a ticket number. */
  isExplicit: boolean;
}

/**
 * "412 nội dung", "412: nội dung", "#412 …": a number followed by text. The caller checks that the number is a ticket.
 */
export function readAddressed(text: string): Addressed | undefined {
  const written = text.normalize('NFC').trim();
  const match = toTicket.exec(written);
  if (!match) return undefined;
  const rest = written.slice(match[0].length).trim();
  return { number: Number(match[1]), text: rest, isExplicit: explicitNumber.test(written) };
}

/** "412" and nothing else. */
export function readNumber(text: string): number | undefined {
  return toNumber(/^\s*#?(\d{1,9})\s*$/.exec(text)?.[1]);
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
