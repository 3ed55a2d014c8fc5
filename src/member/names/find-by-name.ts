import { foldInPlace } from '../../nlu/text/fold-in-place.ts';
import { isWritten, toSyllables } from '../chat/command-words.ts';
import type { TicketView } from '../tickets/ticket-view.ts';

export type Named = Pick<TicketView, 'number' | 'displayName'>;

const titles = 'ông bà bác cô chú dì cậu mợ anh chị em thầy cụ bạn'.split(' ');
/** Folded. In "Lan Nguyen" the first word is the given name, in "Nguyễn Thị Lan" the last. */
const surnames = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh dao doan trinh truong lam ta ha chu cao luong luu tong to thai kieu quach phung'.split(
    ' ',
  ),
);

/** "Bà", "anh". */
export function isTitle(syllable: string): boolean {
  return titles.some((title) => isWritten([syllable], [title]));
}

/**
 * The tickets whose resident a typed name may mean, with or without a title, marks and the other parts of the name. A
 * title decides nothing: each member picks their own. Several words that are somebody's whole name mean only them. Pure.
 * @param typed syllables in lower case
 */
export function findByName(typed: readonly string[], own: readonly Named[]): number[] {
  const name = withoutTitle(typed);
  if (name.join('').length < 2) return [];
  const people = own.map(({ number, displayName }) => ({ number, words: nameOf(displayName) }));
  const whole = name.length > 1 ? people.filter(({ words }) => isSame(name, words)) : [];
  const found = whole.length > 0 ? whole : people.filter(({ words }) => isPart(name, words));
  return found.map(({ number }) => number);
}

function withoutTitle(syllables: readonly string[]): readonly string[] {
  const [first] = syllables;
  return syllables.length > 1 && first !== undefined && isTitle(first) ? syllables.slice(1) : syllables;
}

function nameOf(displayName: string | null): readonly string[] {
  return withoutTitle(toSyllables((displayName ?? '').replaceAll(/\([^)]*\)/g, ' ')));
}

function isPart(name: readonly string[], words: readonly string[]): boolean {
  const [only, another] = name;
  if (only !== undefined && another === undefined) {
    return givenNames(words).some((given) => isSame([only], [given]));
  }
  return isSame(name, words.slice(0, name.length)) || isSame(name, words.slice(-name.length));
}

function givenNames(words: readonly string[]): string[] {
  const [first = '', last = first] = [words[0], words.at(-1)];
  const isFirst = !surnames.has(foldInPlace(first)) || surnames.has(foldInPlace(last));
  return isFirst ? [first, last] : [last];
}

/** Typed marks count, unless the name in Zalo has none. */
function isSame(name: readonly string[], shown: readonly string[]): boolean {
  return (
    name.length === shown.length &&
    name.every((syllable, at) => {
      const word = shown[at] ?? '';
      return isWritten([syllable], [word]) || foldInPlace(syllable) === word;
    })
  );
}
