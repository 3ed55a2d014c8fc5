/** What a text is made of, for the classifier: runs of 2 to 4 characters, words, pairs of words; as hashed buckets. */

export const bucketBits = 18;
const bucketMask = 2 ** bucketBits - 1;
const shortestRun = 2;
const longestRun = 4;

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;
const wordSeed = 0x9e3779b9;
const pairSeed = 0x85ebca6b;

/** A feature in words, for explaining a decision. */
export interface NamedFeature {
  name: string;
  bucket: number;
}

/** Buckets of a text, with repeats. The array is reused by the next call: read it before. */
const buckets = new Uint32Array(16_384);

/**
 * @param text normalised (words parted by one space)
 * @returns the buckets, valid until the next call
 */
export function hashFeatures(text: string): Uint32Array {
  let count = 0;
  eachFeature(text, (bucket) => {
    if (count < buckets.length) buckets[count++] = bucket;
  });
  return buckets.subarray(0, count);
}

/** The same features with their names. */
export function namedFeatures(text: string): NamedFeature[] {
  const named: NamedFeature[] = [];
  eachFeature(text, (bucket, start, end, padded) => {
    named.push({ name: padded.slice(start, end).replaceAll(' ', '␣'), bucket });
  });
  return named;
}

type Visit = (bucket: number, start: number, end: number, padded: string) => void;

function eachFeature(text: string, visit: Visit): void {
  if (text === '') return;
  const padded = ` ${text} `;
  let previousWord = 0;
  let previousStart = 0;
  let word = wordSeed;
  let wordStart = 1;
  for (let at = 0; at < padded.length; at++) {
    eachRun(padded, at, visit);
    const code = padded.charCodeAt(at);
    if (code !== 32) {
      word = Math.imul(word ^ code, fnvPrime);
      continue;
    }
    if (at > 0) {
      visit(bucketOf(word), wordStart, at, padded);
      if (previousWord !== 0) {
        visit(bucketOf(Math.imul(previousWord ^ pairSeed, fnvPrime) ^ word), previousStart, at, padded);
      }
      previousWord = word;
      previousStart = wordStart;
    }
    word = wordSeed;
    wordStart = at + 1;
  }
}

function eachRun(padded: string, at: number, visit: Visit): void {
  let hash = fnvOffset;
  const end = Math.min(at + longestRun, padded.length);
  for (let next = at; next < end; next++) {
    hash = Math.imul(hash ^ padded.charCodeAt(next), fnvPrime);
    if (next - at + 1 >= shortestRun) visit(bucketOf(hash), at, next + 1, padded);
  }
}

/** FNV-1a mixes its high bits best; fold them into the low ones. */
function bucketOf(hash: number): number {
  return ((hash >>> bucketBits) ^ hash) & bucketMask;
}
