import { trainEmergency } from '../emergency/train-emergency.ts';
import { createScoreTable } from '../heads/score-table.ts';
import { trainHead } from '../heads/train-head.ts';
import type { AskedExample } from '../needs/need.ts';
import { type NeedLessons, trainNeedHeads } from '../needs/need-heads.ts';
import { trainScam } from '../scam/train-scam.ts';
import { trainSignals } from '../signals/learned-signal.ts';
import { createNormaliser } from '../text/normalise.ts';
import { withoutCourtesies } from '../text/politeness.ts';
import { buildSpellingBook } from '../text/spelling-correction.ts';
import { createMeaningReader } from '../text/synonyms.ts';
import type { Example, TrainingData } from './classifier.ts';
import type { ReadText } from './features.ts';
import type { Label, Model } from './model.ts';
import { buildVocabulary, createVectoriser, type Vector, type Vectoriser } from './vocabulary.ts';

/**
 * Normalises and trains: about half a minute for 54,000 examples. Deterministic; without examples the model has no
 * labels.
 */
export function trainModel(data: TrainingData): Model {
  const { labels, topics, examples, later, first } = readExamples(data);
  const vocabulary = buildVocabulary([...examples, ...later].map(({ read }) => read));
  const vectorise = createVectoriser(vocabulary);
  const vectors = examples.map(({ read }) => vectorOf(vectorise, read));
  const asked = examples.flatMap(({ example }, at) =>
    'aspect' in example ? [{ ...example, vector: vectors[at] as Vector }] : [],
  );
  const lessons: NeedLessons = {
    asked,
    later: later.map(({ turn, read }) => ({ ...turn, vector: vectorOf(vectorise, read) })),
    first: first.map(({ read }) => vectorOf(vectorise, read)),
  };
  const rowCount = vocabulary.idf.length;
  const train = (numbers: number[], labelCount: number) =>
    trainHead(
      vectors.map((vector, at) => ({ vector, label: numbers[at] as number })),
      labelCount,
      rowCount,
    );
  const numbersOf = (key: 'label' | 'topic') => examples.map((example) => example[key]);
  const needs = asked.length > 0 ? trainNeedHeads(lessons, rowCount) : undefined;
  const heads = [
    train(numbersOf('label'), labels.list.length),
    train(numbersOf('topic'), topics.list.length),
  ];
  return {
    brands: data.brands,
    synonyms: data.synonyms,
    labels: labels.list,
    topics: topics.list,
    topicOf: Uint16Array.from(labels.list, ({ topic }) => topics.numberOf(topic)),
    spelling: buildSpellingBook([...examples, ...later].map(({ normalised }) => normalised)),
    vocabulary,
    scores: createScoreTable([...heads, ...(needs?.heads ?? [])]),
    needs: needs?.names,
    emergency: data.emergencies && trainEmergency(data.emergencies),
    scam: data.scams && trainScam(data.scams),
    signals: data.signals && trainSignals(data.signals),
  };
}

/** A text as the classifier reads it. */
interface ReadExample {
  normalised: string;
  read: ReadText;
}

/** The examples as the classifier reads them, with the numbers of their labels and topics, and the turns of talks. */
function readExamples(data: TrainingData) {
  const normalise = createNormaliser(data.brands);
  const readMeanings = createMeaningReader(data.synonyms, normalise);
  const readExample = (text: string): ReadExample[] => {
    const normalised = withoutCourtesies(normalise(text));
    if (normalised === '') return [];
    const words = normalised.split(' ');
    return [{ normalised, read: { words, meanings: readMeanings(words) } }];
  };
  const labels = createLabels();
  const topics = createNumbers();
  const all: (Example | AskedExample)[] = [...data.examples, ...data.titles, ...(data.asked ?? [])];
  const examples = all.flatMap((example) => {
    const label = labels.numberOf({ intent: example.intent, topic: example.topic });
    const topic = topics.numberOf(example.topic);
    return readExample(example.text).map((one) => ({ ...one, example, label, topic }));
  });
  const { later = [], first = [] } = data.turns ?? {};
  return {
    labels,
    topics,
    examples,
    later: later.flatMap((turn) => readExample(turn.text).map((one) => ({ ...one, turn }))),
    first: first.flatMap(readExample),
  };
}

function createLabels() {
  const numbers = createNumbers();
  const list: Label[] = [];
  return {
    list,
    numberOf(label: Label): number {
      const number = numbers.numberOf(label.intent);
      list[number] ??= label;
      return number;
    },
  };
}

/** Numbers names in order of appearance. */
function createNumbers() {
  const numbers = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    numberOf(name: string): number {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, list.length);
      return list.push(name) - 1;
    },
  };
}

function vectorOf(vectorise: Vectoriser, text: ReadText): Vector {
  const { rows, values, length } = vectorise(text);
  return { rows: rows.slice(0, length), values: values.slice(0, length), length };
}
