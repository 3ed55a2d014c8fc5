import type { LinearHead } from '../classifier/linear-head.ts';
import { trainHead } from '../classifier/train-head.ts';
import type { Vector } from '../classifier/vocabulary.ts';
import type { AskedExample, Likelihoods, NeedReading } from './need.ts';

/** What the heads of a need tell apart, besides "none of them", which is label 0 of each. */
export interface NeedNames {
  aspects: string[];
  states: string[];
  conditions: string[];
}

export interface TrainedNeeds {
  names: NeedNames;
  /** One softmax each, in the order in which `readNeed` expects their probabilities. */
  heads: LinearHead[];
}

/** Less likely names are left out of a reading. */
const minProbability = 0.02;

interface AskedVector {
  asked: AskedExample;
  vector: Vector;
}

/**
 * Trains the heads, which share the vocabulary of the classifier. A message with two conditions is an example of each.
 * @param rowCount the size of the vocabulary
 */
export function trainNeedHeads(examples: readonly AskedVector[], rowCount: number): TrainedNeeds {
  const train = (namesOf: (asked: AskedExample) => readonly (string | undefined)[]) => {
    const labelled = examples.flatMap(({ asked, vector }) =>
      namesOf(asked).map((name) => ({ name, vector })),
    );
    const names = [...new Set(labelled.flatMap(({ name }) => name ?? []))];
    const labels = labelled.map(({ name, vector }) => ({
      vector,
      label: name === undefined ? 0 : names.indexOf(name) + 1,
    }));
    return { names, head: trainHead(labels, names.length + 1, rowCount) };
  };
  const aspects = train(({ aspect }) => [aspect]);
  const states = train(({ state }) => [state]);
  const conditions = train(({ conditions: own }) => (own.length > 0 ? own : [undefined]));
  return {
    names: { aspects: aspects.names, states: states.names, conditions: conditions.names },
    heads: [aspects.head, states.head, conditions.head],
  };
}

/** The number of labels of each head. */
export function needSizes({ aspects, states, conditions }: NeedNames): number[] {
  return [aspects, states, conditions].map((names) => names.length + 1);
}

/** @param probabilities of each head */
export function readNeed(names: NeedNames, probabilities: readonly Float64Array[]): NeedReading {
  const [ofAspects, ofStates, ofConditions] = probabilities;
  return {
    aspects: likelihoods(names.aspects, ofAspects),
    states: likelihoods(names.states, ofStates),
    conditions: likelihoods(names.conditions, ofConditions),
  };
}

function likelihoods(names: readonly string[], probabilities: Float64Array | undefined): Likelihoods {
  return names
    .map((name, at) => ({ name, probability: probabilities?.[at + 1] ?? 0 }))
    .filter(({ probability }) => probability >= minProbability)
    .sort((a, b) => b.probability - a.probability);
}
