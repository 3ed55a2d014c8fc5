import { eachFeature, type FeatureKind, type ReadText } from './features.ts';

/** The features of the training examples, and how telling each is. */
export interface Vocabulary {
  /**
   * Open-addressing hash table: a feature by slot, 0 for a free one; its row is in the same slot of `rows`.
   */
  features: Uint32Array;
  rows: Uint32Array;
  /** Row → inverse document frequency. */
  idf: Float32Array;
  /** The IDF of a feature that no example contains. */
  unseenIdf: number;
}

/** A text as rows with weights. The weights of all its features, known or not, together have length 1. */
export interface Vector {
  rows: Uint32Array;
  values: Float32Array;
  length: number;
}

export type Vectoriser = (text: ReadText) => Vector;

/** A feature of a single example teaches nothing about others. */
const minDocuments = 2;
/** Further features of a longer text are ignored. */
const maxFeatures = 16_384;
/** A text has few meanings and many n-grams; without a higher weight the meanings would hardly count. */
const meaningWeight = 2;
/** How much unknown features count towards the length: a long name must not drown a clear question. */
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

/** The slot of a feature, or the free slot for it. */
function slotOf(features: Uint32Array, feature: number): number {
  const mask = features.length - 1;
  let slot = feature & mask;
  while (features[slot] !== 0 && features[slot] !== feature) slot = (slot + 1) & mask;
  return slot;
}

/** The row of a feature; undefined for an unknown one. */
export function findRow({ features, rows }: Vocabulary, feature: number): number | undefined {
  const slot = slotOf(features, feature);
  return features[slot] === feature ? rows[slot] : undefined;
}

/**
 * Sublinear tf × idf, length 1. Unknown features count towards the length: a text full of unknown words gets
 * small weights, and so a low confidence.
 * @returns a function that reuses its result: the next call overwrites it
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
