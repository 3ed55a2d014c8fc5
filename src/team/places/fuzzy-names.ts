import { isSyllable } from '../../nlu/text/syllables.ts';
import { bestFitting, type KnownName, type NameIndex, plainOf } from './name-index.ts';
import { hoiForNga, type Syllable, type WrittenWord } from './tokens.ts';

interface CorrectionParams {
  words: readonly WrittenWord[];
  text: string;
  index: NameIndex;
  at: number;
  /** The text answers our question, so the bot may ask back about a guess. */
  mayAsk: boolean;
}

export interface CorrectedName {
  to: number;
  /** One list for each name that may be meant. */
  names: KnownName[][];
  /** What the resident typed is no word at all, so it must be a typo. */
  isSure: boolean;
}

/** Shorter non-syllables are abbreviations rather than typos. */
const minSlipLength = 3;
const minSureNameLength = 6;

/**
 * The known name that the words at `at` miss by one letter. Undefined when another known name, local or elsewhere, is
 * as near: then the bot may only ask, not guess.
 */
export function correctName({ words, text, index, at, mayAsk }: CorrectionParams): CorrectedName | undefined {
  if (isInAddress(words[at], text)) return undefined;
  for (let to = Math.min(words.length, at + index.maxWords + 1); to > at; to -= 1) {
    const typed = words.slice(at, to);
    if (typed.some(({ goesOn }, position) => position > 0 && !goesOn)) continue;
    if (!mayAsk && typed.every(({ plain }) => isSyllable(plain))) continue;
    const plains = index.nearly(plainOf(typed));
    if (plains.length === 0) continue;
    const names = plains
      .map((plain) => fittingNames(index.namesOf(plain), typed))
      .filter(({ length }) => length > 0);
    if (names.length === 0 || names.flat().some(({ unitId }) => unitId === undefined)) return undefined;
    const isSure = names.length === 1 && plains.every((plain) => isSurelySlip(typed, plain));
    if (isSure || mayAsk) return { to, names, isSure };
  }
  return undefined;
}

/** Names whose other words do not contradict the typed marks. */
function fittingNames(names: readonly KnownName[], typed: readonly Syllable[]): KnownName[] {
  const [first] = names;
  if (!first || first.words.length !== typed.length) return [...names];
  const isRight = typed.map(({ plain }, at) => plain === first.words[at]?.plain);
  const rightWords = (words: readonly Syllable[]) => words.filter((_, at) => isRight[at]);
  const best = bestFitting(
    names.map((name) => ({ ...name, words: rightWords(name.words) })),
    rightWords(typed),
  );
  if (!best || best.fit > hoiForNga) return [];
  return best.names;
}

function isSurelySlip(typed: readonly Syllable[], plain: string): boolean {
  const known = new Set(plain.split(' '));
  const slips = typed.filter((word) => !known.has(word.plain));
  const isLong = plain.replaceAll(' ', '').length >= minSureNameLength;
  return isLong && slips.some((word) => word.plain.length >= minSlipLength && !isSyllable(word.plain));
}

/** Links and mail addresses have no typos. */
function isInAddress(word: WrittenWord | undefined, text: string): boolean {
  if (!word) return false;
  return (
    /[@/._]/.test(text.charAt(word.start - 1)) ||
    /^(?:[@/_]|\.\p{L})/u.test(text.slice(word.end, word.end + 2))
  );
}
