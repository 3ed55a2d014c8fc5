import type { WrittenWord } from './tokens.ts';

/**
 * The kind of place that a word before a name states. `elsewhere`: a province, city or urban district, never a local
 * place.
 */
export type NamedKind = 'village' | 'commune' | 'town' | 'district' | 'elsewhere' | 'at';

export interface Introduction {
  kind: NamedKind;
  /** Index of its first word. */
  from: number;
  /** It is enough to read an ordinary word after it as a name. */
  isClear: boolean;
}

const kinds = new Map<string, NamedKind>(
  Object.entries({
    village: 'thon,xom,lang,to dan pho,tdp,khu dan cu,khu pho',
    commune: 'xa,xa cu,xa moi,phuong,ubnd xa',
    town: 'thi tran,tt',
    district: 'huyen',
    elsewhere: 'tinh,thanh pho,tp,quan,thi xa',
    at: 'o,tai',
  }).flatMap(([kind, words]) =>
    words.split(',').map((word): [string, NamedKind] => [word, kind as NamedKind]),
  ),
);
/** Abbreviations before a full stop: "x. …", "t. …". */
const shortKinds = new Map<string, NamedKind>([
  ['x', 'commune'],
  ['t', 'village'],
  ['tt', 'town'],
  ['h', 'district'],
]);
const maxKindWords = 3;

/** Without marks, "xa" is also "far" and the word for commune itself; after these words it introduces a name. */
const beforeCommune = new Set(['o', 'thuoc', 'tai', 'tu', 'que', 'dan', 'nguoi', 'ubnd', 'cua']);
/** Words before a name in a short answer: "dạ em ở …". */
const leadIns = new Set(
  `a ad alo anh ba bac ban ben chau chi chu co con da dan day em gia dinh hien nay ho hom la minh nay nguoi nha o oi
  ong que song tai thi thua thuoc toi tui u uh um vang van vay hien dang gio bay`.split(/\s+/),
);
/** Words that may follow a complete one-word name, so that it is not part of a longer one. */
const closers = new Set(
  `a ak ah ai bao bay bi can cho chu chua co cu dang day den di do duoc em ghi gio ha hoi khong la lam len mai minh moi
  muon nao nay neu nhe nhi nho nop o qua roi sang sao sau tai thi thuoc toi tren trong truoc tu va vao ve voi xa xin z
  huyen`.split(/\s+/),
);
/** The same in a short answer without "thôn". */
const answerClosers = new Set([
  'a',
  'ah',
  'cu',
  'cua',
  'day',
  'e',
  'em',
  'huyen',
  'nhe',
  'nha',
  'oi',
  'thuoc',
  'xa',
]);
/** Before a name, these mean that it belongs to a person. */
const surnames = new Set(
  `nguyễn trần phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đào lương lê
  nguyen tran pham hoang huynh bui trinh tên ten ông cô chú`.split(/\s+/),
);

/**
 * The words directly before the name at `at` that state the kind of place, if any.
 * @param after words before this one belong to another name
 */
export function introductionOf(
  words: readonly WrittenWord[],
  at: number,
  { text, after }: { text: string; after: number },
): Introduction | undefined {
  if (at <= after) return undefined;
  const short = shortIntroduction(words, at, text);
  if (short || !words[at]?.goesOn) return short;
  for (let length = Math.min(maxKindWords, at - after); length > 0; length -= 1) {
    const from = at - length;
    const kind = kinds.get(plainBetween(words, from, at));
    if (kind) return { kind, from, isClear: isClear(words, from, kind) };
  }
  return undefined;
}

function shortIntroduction(
  words: readonly WrittenWord[],
  at: number,
  text: string,
): Introduction | undefined {
  const before = words[at - 1];
  const kind = before && shortKinds.get(before.plain);
  if (!kind || !/^\.\s?$/.test(text.slice(before.end, words[at]?.start))) return undefined;
  return { kind, from: at - 1, isClear: true };
}

function isClear(words: readonly WrittenWord[], from: number, kind: NamedKind): boolean {
  const word = words[from] as WrittenWord;
  const isBare = kind === 'commune' && word.tone === '';
  if (!isBare || from === 0 || !word.goesOn) return true;
  return beforeCommune.has((words[from - 1] as WrittenWord).plain);
}

function plainBetween(words: readonly WrittenWord[], from: number, to: number): string {
  const between = words.slice(from, to);
  if (between.some(({ goesOn }, index) => index > 0 && !goesOn)) return '';
  return between.map(({ plain }) => plain).join(' ');
}

/** Whether only filler words precede a name: the text begins with the answer to "where?". */
export function isAnswerStart(words: readonly WrittenWord[], at: number): boolean {
  return words
    .slice(0, at)
    .every(({ plain }) => leadIns.has(plain) || kinds.has(plain) || shortKinds.has(plain));
}

/** Whether a one-word name that ends before `to` is complete. */
export function endsThere(words: readonly WrittenWord[], to: number): boolean {
  const next = words[to];
  if (!next?.goesOn || kinds.has(next.plain)) return true;
  return closers.has(next.plain) && !next.isTitle;
}

/** The same for an answer that is hardly more than the name. */
export function endsAnswer(words: readonly WrittenWord[], to: number): boolean {
  const next = words[to];
  return !next?.goesOn || answerClosers.has(next.plain);
}

/** Whether the name from `from` to `to` is part of a person's name. */
export function isPersonName(words: readonly WrittenWord[], from: number, to: number, text: string): boolean {
  const before = words[from - 1];
  if (before && words[from]?.goesOn) {
    const written = text.slice(before.start, before.end).normalize('NFC').toLowerCase();
    if (surnames.has(written)) return true;
  }
  const next = words[to];
  return next?.goesOn === true && next.isTitle && words.slice(from, to).every(({ isTitle }) => isTitle);
}

/** "cũ" or "mới" right after a name. */
export function ageAfter(words: readonly WrittenWord[], to: number): 'old' | 'new' | undefined {
  const next = words[to];
  if (!next?.goesOn) return undefined;
  if (next.plain === 'cu') return 'old';
  return next.plain === 'moi' && next.tone !== '\u0303' ? 'new' : undefined;
}
