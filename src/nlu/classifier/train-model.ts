import { trainEmergency } from '../emergency/train-emergency.ts';
import { keyOf } from '../heads/example-order.ts';
import { createScoreTable } from '../heads/score-table.ts';
import { trainHead } from '../heads/train-head.ts';
import { trainSecrets } from '../learned-secrets/train-secrets.ts';
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
import { buildVocabulary, createVectoriser, type ExampleVector, type Vectoriser } from './vocabulary.ts';

/** Trains all of it, one part after the other. Deterministic; without examples the model has no labels. */
export function trainModel(data: TrainingData): Model {
  return { ...trainReading(data), ...trainDangers(data) };
}

/** The parts of a model that can be trained apart. */
export type ReadingModel = Omit<Model, keyof DangerModel>;
export type DangerModel = Pick<Model, 'emergency' | 'scam' | 'signals' | 'secrets'>;

/** Trains what tells emergencies, scams, signals and secrets. */
export function trainDangers({ emergencies, scams, signals, secrets }: TrainingData): DangerModel {
  return {
    emergency: emergencies && trainEmergency(emergencies),
    scam: scams && trainScam(scams),
    signals: signals && trainSignals(signals),
    secrets: secrets && trainSecrets(secrets),
  };
}

/** Trains what tells intents, topics and needs. */
export function trainReading(data: TrainingData): ReadingModel {
  const { labels, topics, examples, next, later, first } = readExamples(data);
  const vocabulary = buildVocabulary([...examples, ...next, ...later].map(({ read }) => read));
  const vectorise = createVectoriser(vocabulary);
  const vectors = examples.map(({ read }) => vectorOf(vectorise, read));
  const asked = examples.flatMap(({ example }, at) =>
    'aspect' in example ? [{ ...example, vector: vectors[at] as ExampleVector }] : [],
  );
  const lessons: NeedLessons = {
    asked: [...asked, ...next.map(({ asks, read }) => ({ ...asks, vector: vectorOf(vectorise, read) }))],
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
    spelling: buildSpellingBook([...examples, ...next, ...later].map(({ normalised }) => normalised)),
    vocabulary,
    scores: createScoreTable([...heads, ...(needs?.heads ?? [])]),
    needs: needs?.names,
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
    next: (data.next ?? []).flatMap(({ text, asks }) =>
      'aspect' in asks ? readExample(text).map((one) => ({ ...one, asks })) : [],
    ),
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

function vectorOf(vectorise: Vectoriser, text: ReadText): ExampleVector {
  const { rows, values, length } = vectorise(text);
  const key = keyOf(text.words.join(' '));
  return { rows: rows.slice(0, length), values: values.slice(0, length), length, key };
}
