import type { FoundPhrase } from './phrase-finder.ts';
import type { MarkedWord } from './read-words.ts';

/** A text as the emergency model reads it. */
export interface ReadMessage {
  words: readonly MarkedWord[];
  meanings: readonly FoundPhrase[];
}

const fnvPrime = 0x01000193;
/** One seed per kind of feature, so that the same words in two kinds are two features. */
const seeds = {
  word: 0x9e3779b9,
  run: 0x85ebca6b,
  gap: 0xc2b2ae35,
  marked: 0x27d4eb2f,
  meaning: 0x165667b1,
  together: 0x2545f491,
  order: 0x5bd1e995,
  blurred: 0x1b873593,
};
const edge = 0x811c9dc5;
const farthestGap = 3;

/**
 * The hashes of all features, each once: words, bigrams and trigrams; pairs of words with a gap; words with
 * their diacritics; meanings, pairs of them and their order; n-grams in which words are replaced by their
 * meaning.
 */
export function featuresOf({ words, meanings }: ReadMessage): Uint32Array {
  const { plain, features } = readFeatures(words);
  const ofMeanings = new Set<number>();
  addMeanings(ofMeanings, meanings);
  addRuns(ofMeanings, blur(plain, meanings), seeds.blurred);
  const all = new Uint32Array(features.length + ofMeanings.size);
  all.set(features);
  let length = features.length;
  for (const feature of ofMeanings) all[length++] = feature;
  return all;
}

interface WordFeatures {
  /** The hash of each word without diacritics. */
  plain: number[];
  features: Uint32Array;
}

/** Several models read the same words, each with its own meanings. */
const remembered = new WeakMap<readonly MarkedWord[], WordFeatures>();

function readFeatures(words: readonly MarkedWord[]): WordFeatures {
  const known = remembered.get(words);
  if (known) return known;
  const plain = words.map((word) => hashOf(word.plain));
  const features = new Set(plain.map((hash) => mix(hash, 0, seeds.word)));
  addRuns(features, plain, seeds.run);
  addGaps(features, plain);
  if (words.some((word) => word.marked !== undefined)) addMarked(features, words);
  const read = { plain, features: Uint32Array.from(features) };
  remembered.set(words, read);
  return read;
}

/** Words with their diacritics, and pairs of them. */
function addMarked(features: Set<number>, words: readonly MarkedWord[]): void {
  const marked = words.map((word) => hashOf(word.marked ?? word.plain));
  for (const hash of marked) features.add(mix(hash, 0, seeds.marked));
  for (let at = 0; at <= marked.length; at++) {
    features.add(mix(marked[at - 1] ?? edge, marked[at] ?? edge, seeds.marked));
  }
}

/** Bigrams and trigrams; the beginning and the end count as a word. */
function addRuns(features: Set<number>, hashes: readonly number[], seed: number): void {
  for (let at = 0; at <= hashes.length; at++) {
    const pair = mix(hashes[at - 1] ?? edge, hashes[at] ?? edge, seed);
    features.add(pair);
    if (at < hashes.length) features.add(mix(pair, hashes[at + 1] ?? edge, seed));
  }
}

function addGaps(features: Set<number>, hashes: readonly number[]): void {
  for (let at = 0; at < hashes.length; at++) {
    for (let after = at + 2; after <= Math.min(at + farthestGap, hashes.length - 1); after++) {
      features.add(mix(hashes[at] as number, hashes[after] as number, seeds.gap));
    }
  }
}

function addMeanings(features: Set<number>, meanings: readonly FoundPhrase[]): void {
  const names = [...new Set(meanings.map(({ name }) => name))].sort((a, b) => a - b);
  for (const [at, name] of names.entries()) {
    features.add(mix(name, 0, seeds.meaning));
    for (const other of names.slice(0, at)) features.add(mix(other, name, seeds.together));
  }
  for (let at = 0; at <= meanings.length; at++) {
    features.add(mix(meanings[at - 1]?.name ?? edge, meanings[at]?.name ?? edge, seeds.order));
  }
}

/** The words, with each phrase that has a meaning as one word: "bố", "mẹ" and "ông nội" become the same. */
function blur(words: readonly number[], meanings: readonly FoundPhrase[]): number[] {
  const byStart = new Map<number, FoundPhrase>();
  for (const found of meanings) if (!byStart.has(found.start)) byStart.set(found.start, found);
  const blurred: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = byStart.get(at);
    blurred.push(found ? mix(found.name, 0, seeds.blurred) : (words[at] as number));
    if (found) at = found.end - 1;
  }
  return blurred;
}

function hashOf(word: string): number {
  let hash = edge;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), fnvPrime);
  return hash;
}

/** Lets every bit of both values affect the low bits, which select the slot of a table. */
function mix(a: number, b: number, seed: number): number {
  const joined = Math.imul(Math.imul(a ^ seed, fnvPrime) ^ b, fnvPrime);
  const mixed = Math.imul(joined ^ (joined >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
