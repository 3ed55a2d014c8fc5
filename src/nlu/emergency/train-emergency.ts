import { type LabelledVector, trainHead } from '../classifier/train-head.ts';
import type { Vector } from '../classifier/vocabulary.ts';
import type { EmergencyLessons } from './emergency.ts';
import type { EmergencyModel } from './emergency-model.ts';
import { buildFeatureTable, toRows } from './feature-table.ts';
import { featuresOf } from './features.ts';
import { createPhraseFinder, type PhraseTable } from './phrase-finder.ts';
import { type MarkedWord, readWords } from './read-words.ts';
import { trainDanger } from './train-danger.ts';

/** Without diacritics a word counts as one of a phrase when at least this share of its writers mean that one. */
const minMeant = 0.4;

/** Learns to hear emergencies: about 2 s for 12,000 examples. Deterministic. */
export function trainEmergency({ examples, meanings, cues }: EmergencyLessons): EmergencyModel {
  const texts = examples.map(({ text }) => readWords(text));
  const onlyMarked = everydayWords([meanings, cues], texts);
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

/** A text whose features weigh the same, of length 1. */
export function vectorOf(rows: Uint32Array): Vector {
  const values = new Float32Array(rows.length).fill(1 / Math.sqrt(rows.length || 1));
  return { rows, values, length: rows.length };
}

/** Of phrases of one word: those that without diacritics are other words for most people ("đỡ" for "do"). */
function everydayWords(tables: readonly PhraseTable[], texts: readonly MarkedWord[][]): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { plain, marked } of texts.flat()) {
    if (marked === undefined) continue;
    const forms = counts.get(plain) ?? new Map<string, number>();
    counts.set(plain, forms.set(marked, (forms.get(marked) ?? 0) + 1));
  }
  const phrases = new Set(tables.flatMap((table) => Object.values(table).flat()));
  return [...phrases].filter((phrase) => {
    const [word, second] = readWords(phrase);
    if (!word || second || word.marked === undefined) return false;
    const forms = counts.get(word.plain);
    const all = [...(forms?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    return (forms?.get(word.marked) ?? 0) < minMeant * Math.max(1, all);
  });
}
