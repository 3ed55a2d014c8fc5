import { foldInPlace } from '../../nlu/text/fold-in-place.ts';

/** What a member can do with a ticket by a word and its number. */
export type TicketCommand =
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

/** What a member can do by a word alone. */
export type CommandWord = (typeof words)[number][0];

const words = [
  [
    'mine',
    'việc của tôi|việc tôi|việc của mình|việc của em|việc đang làm|việc đang giữ|việc hôm nay|còn việc gì|còn việc gì không|hôm nay còn việc gì|hôm nay còn việc gì không|hôm nay có việc gì|tôi còn việc gì|đang giữ việc gì',
  ],
  ['new', 'việc mới|có việc mới không'],
  ['claim_all', 'nhận cả|nhận hết|nhận tất cả|nhận tất|nhận hết việc|nhận hết việc mới|nhận cả hai'],
  ['colleagues', 'đồng đội|tổ của tôi|trong tổ có ai|tổ trưởng|tổ trưởng là ai'],
  ['help', 'giúp|trợ giúp|help|hướng dẫn|cách dùng'],
  ['ask_as_resident', 'hỏi như người dân|hỏi như dân|hỏi trợ lý'],
  ['on_duty', 'trực|tôi trực|em trực|trực hôm nay|hôm nay trực|có trực'],
  ['away_tomorrow', 'bận ngày mai|ngày mai bận|ngày mai tôi bận|ngày mai em bận|nghỉ ngày mai|ngày mai nghỉ'],
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

/** "Danh sách", "ds việc của em", "xem việc": all that the list of the own tickets is called. */
const listNames = ['danh sách', 'ds', 'dsach', 'list'].flatMap((list) =>
  [
    ...['', 'việc', 'công việc', 'các việc', 'yêu cầu', 'các yêu cầu', 'việc đang giữ', 'việc đang làm'],
    ...['tôi', 'em', 'mình', 'cháu'].flatMap((me) => [`của ${me}`, `việc của ${me}`, `yêu cầu của ${me}`]),
  ].map((what) => `${list} ${what}`.trim()),
);
const ownLists = [
  ...listNames,
  ...listNames.map((name) => `xem ${name}`),
  ...[
    'việc',
    'các việc',
    'việc đang giữ',
    'việc của tôi',
    'việc của em',
    'việc của mình',
    'việc của cháu',
  ].flatMap((name) => [`xem ${name}`, `xem lại ${name}`]),
  ...['việc của cháu', 'các việc của tôi', 'các việc của em', 'các việc đang giữ', 'yêu cầu của tôi'],
];
const newLists = ['danh sách', 'ds', 'xem'].flatMap((list) => [`${list} việc mới`, `${list} yêu cầu mới`]);

interface Form<Kind> {
  kind: Kind;
  syllables: string[];
}

const formsOf = <Kind>(table: readonly (readonly [Kind, string])[]): Form<Kind>[] =>
  table.flatMap(([kind, forms]) => forms.split('|').map((form) => ({ kind, syllables: form.split(' ') })));

export const wordForms: readonly Form<CommandWord>[] = formsOf([
  ...words,
  ['mine', ownLists.join('|')],
  ['new', newLists.join('|')],
]);
/** The lists of tickets, which people also ask for politely. */
export const listForms: readonly Form<CommandWord>[] = wordForms.filter(
  ({ kind }) => kind === 'mine' || kind === 'new',
);
export const ticketForms: readonly Form<TicketCommand>[] = formsOf(ticketWords);

/** In lower case, without punctuation. */
export function toSyllables(text: string): string[] {
  return text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^#/, '')
    .replaceAll(/[\s.,!?:;"'“”]+/g, ' ')
    .trim()
    .split(' ');
}

/** Each syllable has exactly its marks, or none: "đúng" is not "dừng", and "bạn" is not "bận". */
export function isWritten(syllables: readonly string[], form: readonly string[]): boolean {
  return (
    syllables.length === form.length &&
    form.every((syllable, at) => syllable === syllables[at] || foldInPlace(syllable) === syllables[at])
  );
}

/** Polite words that no command lacks or needs; folded. */
const politeWords = new Set(
  'luon nhe nha nhen nghen a ah giup ho em chau minh toi voi di cho ok oke da vang uh u thoi roi viec yeu cau so nay ay xin nho duoc ngay lam r'.split(
    ' ',
  ),
);

export function isPolite(syllable: string): boolean {
  return politeWords.has(foldInPlace(syllable));
}
