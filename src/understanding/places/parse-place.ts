import { findNumbers } from '../../nlu/entities/read-entities.ts';
import { saysFear } from '../../nlu/phrases/fear.ts';
import { foldInPlace } from '../../nlu/text/fold-in-place.ts';
import type { Span } from '../../nlu/text/span.ts';
import type { PlaceMatch } from '../../team/places/place.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import { readWords, type WrittenWord } from '../../team/places/tokens.ts';
import {
  afterVillage,
  aroundAnswers,
  asksOther,
  asksOwn,
  asksUnit,
  correctionLead,
  correctionTail,
  corrects,
  home,
  homeByVillage,
  homeUpToVillage,
  homeWithVillage,
  inSentences,
  longestClause,
  longestVillage,
  negated,
  pointsOnly,
  refuses,
  small,
  smallPhrases,
  usualVillageWord,
  villageWords,
  wantsTeamOf,
} from './place-phrases.ts';

/** What a message says or asks about places. */
export type PlaceReading =
  /** The resident tells where they live: a known place, an unknown village, or both. `isAll`: and nothing else. */
  | {
      kind: 'home';
      match?: PlaceMatch | undefined;
      village?: string | undefined;
      isAll: boolean;
      asks: boolean;
    }
  /** Asks which unit a place belongs to now; without a place, the resident's own. */
  | { kind: 'question'; matches: PlaceMatch[] }
  /** The name of a place and hardly a word more. */
  | { kind: 'name'; match: PlaceMatch };

interface ReadingOptions {
  day: string;
  answering?: boolean;
  /** The province, which people add to a place by habit; it is ignored. */
  province: string;
}

/** Pure. Undefined when the message is not about places. */
export function readPlaces(
  text: string,
  names: PlaceNames,
  options: ReadingOptions,
): PlaceReading | undefined {
  const words = readWords(text);
  const plain = plainOf(words);
  const named = findNamed(text, words, { names, options });
  const isDenied = ({ start }: PlaceMatch) =>
    negated.test(plainOf(words.filter((word) => word.start < start)));
  const matches = named.filter((match) => !isDenied(match));
  const besides = plainOf(wordsOutside(words, named));
  const asks = asksUnit.test(plain) && !asksOther.test(besides);
  const told = toldHome(text, words, matches);
  const spans = [...named, ...(told ? [told.span] : [])];
  const isAll = isNothingLeft(words, spans, options);
  if (told) return { kind: 'home', match: told.match, village: told.village, isAll, asks };
  // "Xã A thôn B" answers with both: the village is the one we asked for.
  const [match, ...others] = options.answering ? maxSpecific(matches) : matches;
  if (asks && (match || asksOwn.test(plain))) return { kind: 'question', matches };
  // "Thôn Đoài" alone is a home even when the village is unknown.
  const village = named.length === 0 && saysItIsVillage(text) ? readVillageName(text) : undefined;
  if (village !== undefined) return { kind: 'home', village, isAll: true, asks: false };
  if (!match || others.length > 0 || !isAll) return undefined;
  return corrects.test(plain) ? { kind: 'home', match, isAll, asks } : { kind: 'name', match };
}

/** Blanks the words of a correction around a place, in place: "nhầm rồi, thôn Đông cơ". Pure. */
export function withoutCorrection(text: string): string | undefined {
  const written = text.normalize('NFC');
  const folded = foldInPlace(written);
  const lead = correctionLead.exec(folded)?.[0].length ?? 0;
  if (lead === 0) return undefined;
  const tail = correctionTail.exec(folded)?.index ?? written.length;
  return ' '.repeat(lead) + written.slice(lead, tail);
}

function maxSpecific(matches: PlaceMatch[]): PlaceMatch[] {
  const villages = matches.filter((match) => match.kind === 'found' && match.village);
  return villages.length === 1 ? villages : matches;
}

/** A message that is only the name of a commune means the commune, even when the name is an ordinary word. */
function findNamed(
  text: string,
  words: readonly WrittenWord[],
  { names, options }: { names: PlaceNames; options: ReadingOptions },
): PlaceMatch[] {
  const found = names.find(text, options);
  if (found.length > 0 || words.length > longestVillage) return found;
  const whole = names.find(text, { ...options, answering: true });
  const isWhole = ({ start, end }: PlaceMatch) => start === words[0]?.start && end === words.at(-1)?.end;
  return words.length > 1
    ? whole.filter((match) => match.kind === 'found' && !match.village && isWhole(match))
    : [];
}

function isNothingLeft(
  words: readonly WrittenWord[],
  spans: Span[],
  { province, answering }: ReadingOptions,
): boolean {
  const byHabit = new Set(readWords(province).map(({ plain }) => plain));
  return plainOf(wordsOutside(words, spans))
    .replaceAll(smallPhrases, '')
    .split(' ')
    .every(
      (word) =>
        word === '' ||
        small.has(word) ||
        byHabit.has(word) ||
        (answering === true && aroundAnswers.has(word)),
    );
}

function wordsOutside(words: readonly WrittenWord[], spans: Span[]): WrittenWord[] {
  return words.filter(({ start }) => !spans.some((span) => span.start <= start && start < span.end));
}

interface ToldHome {
  match?: PlaceMatch | undefined;
  village?: string | undefined;
  /** The words that name the home; the rest of the message is read without them. */
  span: Span;
}

/** The last place that the resident claims as home: "ở A, nay chuyển sang B" means B. */
function toldHome(text: string, words: readonly WrittenWord[], matches: PlaceMatch[]): ToldHome | undefined {
  for (const [number, match] of [...matches.entries()].reverse()) {
    const to = words.findIndex(({ start }) => start >= match.start);
    const afterOther = words.findIndex(({ start }) => start >= (matches[number - 1]?.end ?? 0));
    for (const from of [...clauseStarts(words, to), Math.max(afterOther, to - longestClause)]) {
      const clause = plainOf(words.slice(from, to));
      const span = { start: (words[from] as WrittenWord).start, end: match.end };
      if (home.test(clause)) return { match, span };
      if (wantsTeamOf.test(clause)) return { match, span: match };
      if (homeByVillage.test(clause) && isVillageOfItsClause(words, match)) return { match, span };
      const village = homeWithVillage.exec(clause)?.[1]?.trim().split(' ').length;
      if (village) return { match, village: villageBefore(text, words.slice(from, to), village), span };
    }
  }
  return matches.length > 0 ? undefined : unknownVillage(text, words);
}

/** Whether a place is a village that is called one, and its clause ends with it. */
function isVillageOfItsClause(words: readonly WrittenWord[], match: PlaceMatch): boolean {
  const first = words.find(({ start }) => start >= match.start);
  const next = words.find(({ start }) => start >= match.end);
  return match.kind === 'found' && villageWords.has(first?.plain ?? '') && next?.goesOn === false;
}

/** "tôi ở thôn …" with an unknown name. */
function unknownVillage(text: string, words: readonly WrittenWord[]): ToldHome | undefined {
  for (let to = 1; to < words.length; to += 1) {
    const from = clauseStarts(words, to).find((start) =>
      homeUpToVillage.test(plainOf(words.slice(start, to))),
    );
    if (from === undefined) continue;
    const name = nameAt(words, to);
    if (name.length === 0) return undefined;
    const isName = name.every(({ isTitle, plain }) => isTitle || /^\d+$/.test(plain));
    const isLast = words.slice(to + name.length).every(({ plain }) => small.has(plain));
    if (!isName && !isLast) return undefined;
    const span = { start: (words[from] as WrittenWord).start, end: (name.at(-1) as WrittenWord).end };
    const begin = kindBefore(words, to) ?? name[0];
    return { village: text.slice(begin?.start, span.end), span };
  }
  return undefined;
}

function nameAt(words: readonly WrittenWord[], at: number): WrittenWord[] {
  const name: WrittenWord[] = [];
  for (const word of words.slice(at)) {
    if (!word.goesOn || afterVillage.has(word.plain)) break;
    name.push(word);
  }
  return name.length > longestVillage ? [] : name;
}

function villageBefore(text: string, clause: readonly WrittenWord[], length: number): string {
  const isLink = ({ plain }: WrittenWord) => ['o', 'thuoc', 'cua'].includes(plain);
  const end = clause.findLastIndex((word) => !isLink(word)) + 1;
  const name = clause.slice(end - length, end);
  return text.slice((kindBefore(clause, end - length) ?? name[0])?.start, name.at(-1)?.end);
}

/**
 * The possible starts of a clause that ends before `to`, the shortest clause first. A longer clause is no plain
 * statement.
 */
function clauseStarts(words: readonly WrittenWord[], to: number): number[] {
  const earliest = Math.max(0, to - longestClause);
  const starts = words
    .slice(earliest, to)
    .flatMap(({ goesOn }, at) => (earliest + at === 0 || !goesOn ? [earliest + at] : []));
  return starts.reverse();
}

/** Keeps "có" apart from "cô": only "cô" means oneself. */
function plainOf(words: readonly WrittenWord[]): string {
  return words.map(({ plain, tone }) => (plain === 'co' && tone !== '' ? 'có' : plain)).join(' ');
}

/** "Xóm" of "xóm 3": such a name is not the village of the same number. */
function kindBefore(words: readonly WrittenWord[], at: number): WrittenWord | undefined {
  const kind = words[at - 1];
  return kind && villageWords.has(kind.plain) && kind.plain !== usualVillageWord ? kind : undefined;
}

/** Whether a short answer only points at something said before: no name, and no refusal either. */
export function pointsAtNothing(text: string): boolean {
  return pointsOnly.test(plainOf(readWords(text)));
}

/** "2 triệu", "mai", "8h": an amount, a day or a time. Which day it is does not matter. */
function namesNumber(text: string): boolean {
  return findNumbers(text, '2000-01-01').length > 0;
}

/** "Thôn 3", "xóm Bến Mơ": the text itself says that it names a village. */
export function saysItIsVillage(text: string): boolean {
  const words = readWords(text);
  const at = words.findIndex(({ plain }) => !small.has(plain) || plain === usualVillageWord);
  const isName = ({ isTitle, plain }: WrittenWord) => isTitle || /^\d+$/.test(plain);
  const name = words.slice(at + 1).filter(({ plain }) => !small.has(plain));
  return at >= 0 && villageWords.has(words[at]?.plain ?? '') && name.length > 0 && name.every(isName);
}

/**
 * The village in a short answer, as typed, without "dạ", "thôn" and other words around it; a kind other than "thôn"
 * stays. Undefined without a name: a refusal, a question, a sentence.
 */
export function readVillageName(text: string): string | undefined {
  const words = readWords(text);
  if (text.includes('[') || refuses.test(plainOf(words))) return undefined;
  if (pointsAtNothing(text) || saysFear(text) || namesNumber(text)) return undefined;
  const isNamed = ({ plain }: WrittenWord) => !small.has(plain) && !villageWords.has(plain);
  const from = words.findIndex(isNamed);
  const to = words.findLastIndex(isNamed) + 1;
  const name = words.slice(from, to);
  if (from < 0 || name.length > longestVillage || name.some(({ goesOn }, at) => at > 0 && !goesOn))
    return undefined;
  if (!name.every(({ isTitle }) => isTitle) && inSentences.test(plainOf(words))) return undefined;
  return text.slice((kindBefore(words, from) ?? name[0])?.start, name.at(-1)?.end);
}
