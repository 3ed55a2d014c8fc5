import { buildFeatureTable, type FeatureTable, findRow, notFound } from '../heads/feature-table.ts';
import { eachFeature, type FeatureKind, type ReadText } from './features.ts';

/** The features of the training examples, and how telling each is. */
export interface Vocabulary {
  table: FeatureTable;
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

/** The vector of a training example. */
export interface ExampleVector extends Vector {
  /** Stands for its text. */
  key: number;
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
  const kept = [...documents].filter(([, { count }]) => count >= minDocuments);
  const table = buildFeatureTable(kept.map(([feature]) => feature));
  const idf = new Float32Array(kept.length);
  for (const [feature, { count, kind }] of kept) {
    idf[findRow(table, feature)] = idfOf(count) * (kind === 'meaning' ? meaningWeight : 1);
  }
  return { table, idf, unseenIdf: idfOf(0) };
}

/**
 * Sublinear tf × idf, length 1. Unknown features count towards the length: a text full of unknown words gets
 * small weights, and so a low confidence.
 * @returns a function that reuses its result: the next call overwrites it
 */
export function createVectoriser(vocabulary: Vocabulary): Vectoriser {
  const { table, idf, unseenIdf } = vocabulary;
  const counts = new Uint16Array(idf.length);
  const rows = new Uint32Array(maxFeatures);
  const values = new Float32Array(maxFeatures);
  const vector: Vector = { rows, values, length: 0 };
  let length = 0;
  let unseen = 0;
  const count = (feature: number) => {
    const row = findRow(table, feature);
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
