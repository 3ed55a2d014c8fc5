import { bucketBits, hashFeatures } from './features.ts';

/** Which features the training examples contain, and how telling each is. */
export interface Vocabulary {
  /** Bucket → row number, 0 for a feature never seen. */
  rowOfBucket: Uint32Array;
  /** Row → inverse document frequency; row 0 holds that of an unseen feature. */
  idf: Float32Array;
}

/** A text as rows with weights; the weights of all its features, seen or not, have length 1 together. */
export interface Vector {
  rows: Uint32Array;
  values: Float32Array;
  length: number;
}

export type Vectoriser = (text: string) => Vector;

/** What occurs in a single example teaches nothing about others. */
const leastDocuments = 2;

export function buildVocabulary(texts: string[]): Vocabulary {
  const documents = new Uint32Array(2 ** bucketBits);
  const lastText = new Int32Array(2 ** bucketBits).fill(-1);
  for (const [number, text] of texts.entries()) {
    for (const bucket of hashFeatures(text)) {
      if (lastText[bucket] === number) continue;
      lastText[bucket] = number;
      documents[bucket] = (documents[bucket] as number) + 1;
    }
  }
  const idfOf = (count: number) => Math.log((texts.length + 1) / (count + 1)) + 1;
  const rowOfBucket = new Uint32Array(2 ** bucketBits);
  const idf = [idfOf(0)];
  for (const [bucket, count] of documents.entries()) {
    if (count >= leastDocuments) rowOfBucket[bucket] = idf.push(idfOf(count)) - 1;
  }
  return { rowOfBucket, idf: Float32Array.from(idf) };
}

/**
 * Sublinear tf × idf, length 1. Unseen features count towards the length: a text full of unknown words gets small
 * weights, and with them a low confidence.
 *
 * @returns a function whose result is overwritten by its next call
 */
export function createVectoriser({ rowOfBucket, idf }: Vocabulary): Vectoriser {
  const counts = new Uint16Array(idf.length);
  const rows = new Uint32Array(16_384);
  const values = new Float32Array(16_384);
  const vector: Vector = { rows, values, length: 0 };
  return (text) => {
    let length = 0;
    let unseen = 0;
    for (const bucket of hashFeatures(text)) {
      const row = rowOfBucket[bucket] as number;
      if (row === 0) unseen++;
      else if ((counts[row] as number)++ === 0) rows[length++] = row;
    }
    let squares = unseen * (idf[0] as number) ** 2;
    for (let at = 0; at < length; at++) {
      const row = rows[at] as number;
      const count = counts[row] as number;
      counts[row] = 0;
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[row] as number);
      values[at] = value;
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let at = 0; at < length; at++) values[at] = (values[at] as number) * scale;
    vector.length = length;
    return vector;
  };
}
