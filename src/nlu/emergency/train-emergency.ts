import { type LabelledVector, trainHead } from '../classifier/train-head.ts';
import type { Vector } from '../classifier/vocabulary.ts';
import type { EmergencyLessons } from './emergency.ts';
import type { EmergencyModel } from './emergency-model.ts';
import { everydayPhrases } from './everyday-phrases.ts';
import { buildFeatureTable, toRows } from './feature-table.ts';
import { featuresOf } from './features.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { readWords } from './read-words.ts';
import { trainDanger } from './train-danger.ts';

/** Trains the emergency model: about 2 s for 12,000 examples. Deterministic. */
export function trainEmergency({ examples, meanings, cues }: EmergencyLessons): EmergencyModel {
  const texts = examples.map(({ text }) => readWords(text));
  const onlyMarked = everydayPhrases([meanings, cues], texts);
  const findMeanings = createPhraseFinder(meanings, new Set(onlyMarked));
  const features = texts.map((words) => featuresOf({ words, meanings: findMeanings(words) }));
  const table = buildFeatureTable(features);
  const rows = features.map((each) => toRows(table, each));
  const dangers = examples.map(({ kind }, at) => ({
    rows: rows[at] as Uint32Array,
    isDanger: kind !== undefined,
  }));
  const kinds = [...new Set(examples.flatMap(({ kind }) => kind ?? []))];
  const ofKinds = examples.flatMap(({ kind }, at): LabelledVector[] =>
    kind === undefined ? [] : [{ vector: vectorOf(rows[at] as Uint32Array), label: kinds.indexOf(kind) }],
  );
  return {
    meanings,
    cues,
    onlyMarked,
    kinds,
    table,
    danger: trainDanger(dangers, table.count),
    kindHead: trainHead(ofKinds, kinds.length, table.count),
  };
}

/** A vector of length 1 with equal weights. */
export function vectorOf(rows: Uint32Array): Vector {
  const values = new Float32Array(rows.length).fill(1 / Math.sqrt(rows.length || 1));
  return { rows, values, length: rows.length };
}
