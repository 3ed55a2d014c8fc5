import { eachFeature, type FeatureKind, type ReadText } from './features.ts';

/** Which features the training examples contain, and how telling each is. */
export interface Vocabulary {
  /** Open hash table: feature by slot, 0 for a free one; its row in the same slot of `rows`. */
  features: Uint32Array;
  rows: Uint32Array;
  /** Row → inverse document frequency. */
  idf: Float32Array;
  /** Of a feature that no example contains. */
  unseenIdf: number;
}

/** A text as rows with weights; the weights of all its features, seen or not, have length 1 together. */
export interface Vector {
  rows: Uint32Array;
  values: Float32Array;
  length: number;
}

export type Vectoriser = (text: ReadText) => Vector;

/** What occurs in a single example teaches nothing about others. */
const minDocuments = 2;
/** Longer texts are read up to here. */
const maxFeatures = 16_384;
/** Meanings are few among many runs of letters; without a heavier weight they would hardly be heard. */
const meaningWeight = 2;
/** How much what no example contains counts towards the length: a long name in a clear question must not drown it. */
const unseenShare = 0.3;
const notFound = 0xffffffff;

export function buildVocabulary(texts: readonly ReadText[]): Vocabulary {
  const documents = new Map<number, { count: number; last: number; kind: FeatureKind }>();
  for (const [number, text] of texts.entries()) {
    eachFeature(text, (feature, kind) => {
      const known = documents.get(feature);
      if (!known) documents.set(feature, { count: 1, last: number, kind });
      else if (known.last !== number) {
        known.count++;
        known.last = number;
      }
    });
  }
  const idfOf = (count: number) => Math.log((texts.length + 1) / (count + 1)) + 1;
  const kept = [...documents].filter(([feature, { count }]) => count >= minDocuments && feature !== 0);
  const slots = 2 ** Math.ceil(Math.log2(2 * kept.length + 2));
  const vocabulary: Vocabulary = {
    features: new Uint32Array(slots),
    rows: new Uint32Array(slots),
    idf: new Float32Array(kept.length),
    unseenIdf: idfOf(0),
  };
  for (const [row, [feature, { count, kind }]] of kept.entries()) {
    const slot = slotOf(vocabulary.features, feature);
    vocabulary.features[slot] = feature;
    vocabulary.rows[slot] = row;
    vocabulary.idf[row] = idfOf(count) * (kind === 'meaning' ? meaningWeight : 1);
  }
  return vocabulary;
}

/** Where a feature stands, or the free slot where it would. */
function slotOf(features: Uint32Array, feature: number): number {
  const mask = features.length - 1;
  let slot = feature & mask;
  while (features[slot] !== 0 && features[slot] !== feature) slot = (slot + 1) & mask;
  return slot;
}

/** Row of a feature; undefined for one never seen. */
export function findRow({ features, rows }: Vocabulary, feature: number): number | undefined {
  const slot = slotOf(features, feature);
  return features[slot] === feature ? rows[slot] : undefined;
}

/**
 * Sublinear tf × idf, length 1. Unseen features count towards the length: a text full of unknown words gets small
 * weights, and with them a low confidence.
 *
 * @returns a function whose result is overwritten by its next call
 */
export function createVectoriser(vocabulary: Vocabulary): Vectoriser {
  const { features, rows: rowOfSlot, idf, unseenIdf } = vocabulary;
  const counts = new Uint16Array(idf.length);
  const rows = new Uint32Array(maxFeatures);
  const values = new Float32Array(maxFeatures);
  const vector: Vector = { rows, values, length: 0 };
  let length = 0;
  let unseen = 0;
  const count = (feature: number) => {
    const slot = slotOf(features, feature);
    const row = features[slot] === feature ? (rowOfSlot[slot] as number) : notFound;
    if (row === notFound) unseen++;
    else if ((counts[row] as number) > 0 || length < maxFeatures) {
      if ((counts[row] as number)++ === 0) rows[length++] = row;
    }
  };
  return (text) => {
    length = 0;
    unseen = 0;
    eachFeature(text, count);
    let squares = unseenShare * unseen * unseenIdf ** 2;
    for (let at = 0; at < length; at++) {
      const row = rows[at] as number;
      const value = (1 + Math.log(counts[row] as number)) * (idf[row] as number);
      counts[row] = 0;
      values[at] = value;
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let at = 0; at < length; at++) values[at] = (values[at] as number) * scale;
    vector.length = length;
    return vector;
  };
}
