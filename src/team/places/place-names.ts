import { type AreaDirectory, createAreaDirectory } from '../areas/area-directory.ts';
import type { Areas } from '../areas/area-schema.ts';
import { correctName } from './fuzzy-names.ts';
import {
  ageAfter,
  endsAnswer,
  endsThere,
  type Introduction,
  introductionOf,
  isAnswerStart,
  isPersonName,
} from './introductions.ts';
import { createNameIndex, type KnownName, type NameIndex, type Reading } from './name-index.ts';
import type { PlaceMatch } from './place.ts';
import { type Meaning, meaningOf, placesOf } from './place-meanings.ts';
import { type PlaceMention, resolveMentions } from './resolve-mentions.ts';
import { hoiForNga, otherMarks, readWords, sameMarks, type WrittenWord } from './tokens.ts';

interface FindOptions {
  /** The day whose units are wanted, yyyy-mm-dd. */
  day: string;
  /** The text answers our question where the resident lives: a bare name counts, even if it is an ordinary word. */
  answering?: boolean;
}

/** Finds the names of an office's communes and villages, old and new. */
export interface PlaceNames {
  directory: AreaDirectory;
  /** Every place named in a text, in order. Never throws; linear in the length of the text. */
  find(text: string, options: FindOptions): PlaceMatch[];
}

interface PlaceQuery {
  text: string;
  words: readonly WrittenWord[];
  options: FindOptions;
  index: NameIndex;
  directory: AreaDirectory;
}

/** Builds the index of names once. */
export function createPlaceNames(areas: Areas): PlaceNames {
  const directory = createAreaDirectory(areas);
  const index = createNameIndex(areas, directory);
  return {
    directory,
    find(text, options) {
      const words = readWords(text);
      const query: PlaceQuery = { text, words, options, index, directory };
      const mentions: PlaceMention[] = [];
      for (let at = 0; at < words.length; ) {
        const mention = mentionAt(query, at, mentions.at(-1)?.to ?? 0);
        if (mention) mentions.push(mention);
        at = mention?.to ?? at + 1;
      }
      return resolveMentions({ mentions, words, text, directory });
    },
  };
}

/** @param after words before this one belong to another name */
function mentionAt(query: PlaceQuery, at: number, after: number): PlaceMention | undefined {
  const { words, text, index, options } = query;
  const introduction = introductionOf(words, at, { text, after });
  const readings = index.readingsAt(words, at);
  const isAnswer = options.answering === true && isAnswerStart(words, at);
  for (const reading of readings) {
    const isOurs = reading.names.some(({ unitId }) => unitId !== undefined);
    if (!isOurs && reading.fit <= hoiForNga)
      return { from: at, to: reading.to, meaning: undefined, isSlip: false };
    if (isOurs && isNameHere(query, reading, { introduction, isAnswer }))
      return toMention(query, reading, introduction);
  }
  return correctedMention(query, at, { introduction, isAnswer });
}

interface PlaceContext {
  introduction: Introduction | undefined;
  isAnswer: boolean;
}

/** Whether words that spell a name mean the place here. */
function isNameHere(query: PlaceQuery, reading: Reading, { introduction, isAnswer }: PlaceContext): boolean {
  const { words, text, index } = query;
  const { from, to, names, fit } = reading;
  const kind = introduction?.kind;
  if (kind === 'elsewhere') return false;
  if (fit === otherMarks) return to - from > 1 && (isAnswer || kind === 'village');
  if (index.isEveryday(words.slice(from, to), fit)) {
    const isIntroduced = introduction?.isClear === true || isAnswer;
    return isIntroduced && (to - from > 1 || standsAlone(query, reading, kind));
  }
  if (kind === 'district' && !names.some(({ village }) => !village)) return false;
  if (introduction || isAnswer || beginsName(index, words, to)) return true;
  return !isPersonName(words, from, to, text);
}

/** A one-word name must be complete; without marks, "ở" alone does not make it a name: "o ai" is "whose". */
function standsAlone(
  query: PlaceQuery,
  { to, fit }: Reading,
  kind: Introduction['kind'] | undefined,
): boolean {
  const { words, index, options } = query;
  if (beginsName(index, words, to)) return true;
  if (kind !== undefined && kind !== 'at') return endsThere(words, to);
  if (options.answering === true) return endsAnswer(words, to);
  return endsThere(words, to) && fit === sameMarks;
}

function beginsName(index: NameIndex, words: readonly WrittenWord[], at: number): boolean {
  return index.readingsAt(words, at).some(({ fit, from, to }) => fit <= hoiForNga && to - from > 1);
}

function toMention(
  query: PlaceQuery,
  reading: Reading,
  introduction: Introduction | undefined,
): PlaceMention | undefined {
  const { words, directory, options } = query;
  const age = ageAfter(words, reading.to);
  const names = reading.names.filter(({ unitId }) => unitId !== undefined);
  if (introduction?.kind === 'district' && !names.some((name) => isDistrict(directory, name))) {
    return { from: reading.from, to: reading.to, meaning: undefined, isSlip: false };
  }
  const meaning = meaningOf(directory, names, { day: options.day, kind: introduction?.kind, age });
  return (
    meaning && createMention(reading, { introduction, meaning, isSlip: reading.fit === otherMarks, age })
  );
}

interface PlacingParams {
  introduction: Introduction | undefined;
  meaning: Meaning;
  isSlip: boolean;
  age?: 'old' | 'new' | undefined;
}

function createMention(
  { from, to }: { from: number; to: number },
  { introduction, meaning, isSlip, age }: PlacingParams,
): PlaceMention {
  const isNamedKind = introduction && introduction.kind !== 'at';
  return { from: isNamedKind ? introduction.from : from, to: age ? to + 1 : to, meaning, isSlip };
}

function isDistrict(directory: AreaDirectory, { unitId, village }: KnownName): boolean {
  return !village && directory.findUnit(unitId ?? '')?.kind === 'district';
}

/** A name with one typo. */
function correctedMention(
  query: PlaceQuery,
  at: number,
  { introduction, isAnswer }: PlaceContext,
): PlaceMention | undefined {
  const { words, text, index, directory, options } = query;
  if (introduction?.kind === 'elsewhere' || introduction?.kind === 'district') return undefined;
  const correction = correctName({ words, text, index, at, mayAsk: isAnswer });
  if (!correction) return undefined;
  const context = { day: options.day, kind: introduction?.kind, age: undefined };
  const meanings = correction.names.flatMap((names) => meaningOf(directory, names, context) ?? []);
  const meaning = mergeMeanings(meanings);
  return (
    meaning &&
    createMention({ from: at, to: correction.to }, { introduction, meaning, isSlip: !correction.isSure })
  );
}

/** Several possible names as one ambiguous meaning, for the bot to ask about. */
function mergeMeanings(meanings: Meaning[]): Meaning | undefined {
  if (meanings.length < 2) return meanings[0];
  return { kind: 'several', why: 'alike', candidates: meanings.flatMap(placesOf) };
}
