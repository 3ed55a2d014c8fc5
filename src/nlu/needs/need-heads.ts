import type { ExampleVector } from '../classifier/vocabulary.ts';
import type { LinearHead } from '../heads/linear-head.ts';
import { type Manner, trainHead } from '../heads/train-head.ts';
import { layOutFully } from '../heads/weight-layout.ts';
import type { Likelihoods, NeedReading } from './need.ts';

/** What the heads of a need tell apart, besides "none of them", which is label 0 of each. */
export interface NeedNames {
  aspects: string[];
  states: string[];
  conditions: string[];
  acts: string[];
}

export interface TrainedNeeds {
  names: NeedNames;
  /** One softmax each, in the order in which `readNeed` expects their probabilities. */
  heads: LinearHead[];
}

/** Less likely names are left out of a reading. */
const minProbability = 0.02;

/** What a message tells; a question of its own does none of the acts of a later turn. */
interface NeedExample {
  aspect?: string | undefined;
  state?: string | undefined;
  conditions: readonly string[];
  act?: string | undefined;
  vector: ExampleVector;
}

/** The messages that teach the heads. */
export interface NeedLessons {
  /** Each is under what it asks. */
  asked: readonly NeedExample[];
  /** Later turns of talks; one may ask for nothing. */
  later: readonly NeedExample[];
  /** First questions that name their subject. */
  first: readonly ExampleVector[];
}

/**
 * A few acts, told by common words. With so many more first questions than later turns each third of them is enough.
 * Measured on judged talks: with the layout of many labels 43 % of acts were read, so 64 %.
 */
const forActs: Manner = { passes: 3, firstRate: 2, lastRate: 0.3, layOut: layOutFully };
const firstTaken = 3;

/**
 * Trains the heads, which share the vocabulary of the classifier. A message with two conditions is an example of each.
 * @param rowCount the size of the vocabulary
 */
export function trainNeedHeads({ asked, later, first }: NeedLessons, rowCount: number): TrainedNeeds {
  const all = [...asked, ...later];
  const asking = all.filter(({ aspect }) => aspect !== undefined);
  const standing = first
    .filter((_, at) => at % firstTaken === 0)
    .map((vector): NeedExample => ({ conditions: [], vector }));
  const aspects = trainNamed(asking, ({ aspect }) => [aspect], { rowCount });
  const states = trainNamed(all, ({ state }) => [state], { rowCount });
  const conditions = trainNamed(all, ({ conditions: own }) => (own.length > 0 ? own : [undefined]), {
    rowCount,
  });
  const acts = trainNamed([...standing, ...later], ({ act }) => [act], { rowCount, manner: forActs });
  return {
    names: {
      aspects: aspects.names,
      states: states.names,
      conditions: conditions.names,
      acts: acts.names,
    },
    heads: [aspects.head, states.head, conditions.head, acts.head],
  };
}

function trainNamed(
  examples: readonly NeedExample[],
  namesOf: (example: NeedExample) => readonly (string | undefined)[],
  { rowCount, manner }: { rowCount: number; manner?: Manner },
): { names: string[]; head: LinearHead } {
  const labelled = examples.flatMap((example) =>
    namesOf(example).map((name) => ({ name, vector: example.vector })),
  );
  const names = [...new Set(labelled.flatMap(({ name }) => name ?? []))];
  const labels = labelled.map(({ name, vector }) => ({
    vector,
    label: name === undefined ? 0 : names.indexOf(name) + 1,
  }));
  return { names, head: trainHead(labels, names.length + 1, rowCount, manner) };
}

/** The number of labels of each head. */
export function needSizes({ aspects, states, conditions, acts }: NeedNames): number[] {
  return [aspects, states, conditions, acts].map((names) => names.length + 1);
}

/** @param probabilities of each head */
export function readNeed(names: NeedNames, probabilities: readonly Float64Array[]): NeedReading {
  const [ofAspects, ofStates, ofConditions, ofActs] = probabilities;
  return {
    aspects: likelihoods(names.aspects, ofAspects),
    states: likelihoods(names.states, ofStates),
    conditions: likelihoods(names.conditions, ofConditions),
    acts: likelihoods(names.acts, ofActs),
  };
}

function likelihoods(names: readonly string[], probabilities: Float64Array | undefined): Likelihoods {
  return names
    .map((name, at) => ({ name, probability: probabilities?.[at + 1] ?? 0 }))
    .filter(({ probability }) => probability >= minProbability)
    .sort((a, b) => b.probability - a.probability);
}
