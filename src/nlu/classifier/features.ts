/**
 * The features of a text: character n-grams of 3 and 4 letters inside words, words, pairs of nearby words,
 * meanings, and pairs of meanings, each as a hash. For the alternatives that were measured see
 * docs/decisions/0007-linear-classifier.md.
 */

export type FeatureKind = 'run' | 'word' | 'neighbours' | 'pair' | 'meaning' | 'meanings';

/** A normalised text and its meanings (see `synonyms.ts`). */
export interface ReadText {
  words: readonly string[];
  meanings: readonly number[];
}

/**
 * Called for every feature, with repeats. `first` and `second` are the positions of the words (equal for a
 * word and its n-grams), or the meanings.
 */
export type VisitFeature = (hash: number, kind: FeatureKind, first: number, second: number) => void;

const shortestRun = 3;
const longestRun = 4;
const farthestPair = 3;

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;
const wordSeed = 0x9e3779b9;
const neighbourSeed = 0x85ebca6b;
const pairSeed = 0xc2b2ae35;
const meaningSeed = 0x27d4eb2f;
const meaningsSeed = 0x165667b1;
const blank = 32;

export function eachFeature({ words, meanings }: ReadText, visit: VisitFeature): void {
  const hashes = new Array<number>(words.length);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const hash = hashOfWord(word);
    hashes[at] = hash;
    visit(spread(hash), 'word', at, at);
    eachRun(word, (run) => visit(run, 'run', at, at));
    for (let before = Math.max(0, at - farthestPair); before < at; before++) {
      const other = hashes[before] as number;
      if (before === at - 1) visit(join(other, hash, neighbourSeed), 'neighbours', before, at);
      visit(joinUnordered(other, hash, pairSeed), 'pair', before, at);
    }
  }
  for (let at = 0; at < meanings.length; at++) {
    const meaning = meanings[at] as number;
    visit(join(meaning, meaning, meaningSeed), 'meaning', meaning, meaning);
    for (let before = 0; before < at; before++) {
      const other = meanings[before] as number;
      visit(join(other, meaning, meaningsSeed), 'meanings', other, meaning);
    }
  }
}

function hashOfWord(word: string): number {
  let hash = wordSeed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), fnvPrime);
  return hash;
}

/** Both word boundaries count as a blank. */
function eachRun(word: string, visit: (hash: number) => void): void {
  for (let start = -1; start + shortestRun <= word.length + 1; start++) {
    let hash = fnvOffset;
    for (let at = start; at < Math.min(start + longestRun, word.length + 1); at++) {
      const isOutside = at < 0 || at === word.length;
      hash = Math.imul(hash ^ (isOutside ? blank : word.charCodeAt(at)), fnvPrime);
      if (at - start + 1 >= shortestRun) visit(spread(hash));
    }
  }
}

function joinUnordered(a: number, b: number, seed: number): number {
  return a < b ? join(a, b, seed) : join(b, a, seed);
}

function join(a: number, b: number, seed: number): number {
  return spread(Math.imul(Math.imul(a ^ seed, fnvPrime) ^ b, fnvPrime));
}

/** Lets every bit of a hash affect the low bits, which select the slot of a table. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
