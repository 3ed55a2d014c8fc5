import { foldText } from '../../nlu/text/fold-text.ts';

/** Texts by their words, to compare messages with them. */
export interface WordIndex {
  /** Prepares a message; the comparison is valid until the next call. */
  compare(message: string): WordComparison;
}

interface WordComparison {
  /** The part of the message's words that a text has, 0..1; rare words weigh more. */
  covers(text: number): number;
  /** How alike the words of a text and those of the message are, 0..1 (cosine). */
  resembles(text: number): number;
}

/** A rarer word weighs no more: a name that two texts have by chance says nothing. */
const maxWeight = 7;
/** A word with less weight is in so many texts that it tells none apart. */
const minWeight = 1.5;

/** Indexes texts by their words and pairs of neighbouring words, without diacritics. */
export function createWordIndex(texts: readonly string[]): WordIndex {
  const vocabulary = createVocabulary();
  const wordsIn = texts.map((text) => Uint32Array.from(numbersOf(text, vocabulary.learn)));
  const weights = weighWords(wordsIn, vocabulary.size());
  const telling = wordsIn.map((words) => words.filter((word) => (weights[word] as number) >= minWeight));
  const lengths = telling.map((words) => lengthOf(words, weights));
  /** The weight of each word of the message, 0 for all others. */
  const asked = new Float32Array(vocabulary.size());
  let before: readonly number[] = [];

  const shared = (text: number): { weight: number; square: number } => {
    let weight = 0;
    let square = 0;
    const words = telling[text] as Uint32Array;
    for (let at = 0; at < words.length; at++) {
      const one = asked[words[at] as number] as number;
      weight += one;
      square += one * one;
    }
    return { weight, square };
  };

  return {
    compare(message) {
      for (const word of before) asked[word] = 0;
      const found = [...numbersOf(message, vocabulary.find)];
      const known = found.filter((word) => word >= 0);
      for (const word of known) {
        const weight = weights[word] as number;
        asked[word] = weight >= minWeight ? weight : 0;
      }
      before = known;
      const unseen = found.length - known.length;
      const all = known.reduce((total, word) => total + (asked[word] as number), unseen * maxWeight);
      const squares = known.reduce(
        (total, word) => total + (asked[word] as number) ** 2,
        unseen * maxWeight ** 2,
      );
      const length = Math.sqrt(squares);
      return {
        covers: (text) => (all === 0 ? 0 : shared(text).weight / all),
        resembles: (text) =>
          length === 0 ? 0 : shared(text).square / (length * ((lengths[text] as number) || 1)),
      };
    },
  };
}

/** Numbers words, and pairs of numbers, from 0 on. */
interface Numbering {
  word(word: string): number;
  pair(first: number, second: number): number;
}

interface Vocabulary {
  /** Gives what is new the next number. */
  learn: Numbering;
  /** Gives what is new a number below 0, each time another one. */
  find: Numbering;
  size(): number;
}

/** More words than any content has. */
const maxWords = 2 ** 24;

function createVocabulary(): Vocabulary {
  const words = new Map<string, number>();
  const pairs = new Map<number, number>();
  let size = 0;
  let unseen = 0;
  const learn = <Key>(known: Map<Key, number>, key: Key): number => {
    const number = known.get(key) ?? size++;
    known.set(key, number);
    return number;
  };
  return {
    learn: {
      word: (word) => learn(words, word),
      pair: (first, second) => learn(pairs, first * maxWords + second),
    },
    find: {
      word: (word) => words.get(word) ?? --unseen,
      pair: (first, second) => pairs.get(first * maxWords + second) ?? --unseen,
    },
    size: () => size,
  };
}

/** The distinct words and pairs of neighbouring words of a text, as numbers. */
function numbersOf(text: string, { word, pair }: Numbering): Set<number> {
  const found = new Set<number>();
  let before: number | undefined;
  for (const one of foldText(text).split(' ')) {
    if (one === '') continue;
    const number = word(one);
    found.add(number);
    if (before !== undefined) found.add(pair(before, number));
    before = number;
  }
  return found;
}

/** The rarer a word, the more it weighs: the logarithm of the share of the texts that have it, negated. */
function weighWords(wordsIn: readonly Uint32Array[], count: number): Float32Array {
  const textsWith = new Uint32Array(count);
  for (const words of wordsIn) for (const word of words) textsWith[word] = (textsWith[word] as number) + 1;
  return Float32Array.from(textsWith, (having) =>
    Math.min(Math.log((wordsIn.length + 1) / (having + 1)), maxWeight),
  );
}

function lengthOf(words: Uint32Array, weights: Float32Array): number {
  return Math.sqrt(words.reduce((total, word) => total + (weights[word] as number) ** 2, 0));
}
