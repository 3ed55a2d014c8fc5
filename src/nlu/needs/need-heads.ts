import type { LinearHead } from '../classifier/linear-head.ts';
import { trainHead } from '../classifier/train-head.ts';
import type { Vector } from '../classifier/vocabulary.ts';
import type { AskedExample, Likelihoods, NeedReading } from './need.ts';

/** One softmax over some names and "none of them", which is label 0. */
interface NamedHead {
  names: string[];
  head: LinearHead;
}

/** The learned heads of a need. They share the vocabulary of the classifier. */
export interface NeedHeads {
  aspects: NamedHead;
  states: NamedHead;
  conditions: NamedHead;
}

/** Less likely names are left out of a reading. */
const minProbability = 0.02;

interface AskedVector {
  asked: AskedExample;
  vector: Vector;
}

/**
 * Trains the heads. A message with two conditions is an example of each.
 * @param rowCount the size of the vocabulary
 */
export function trainNeedHeads(examples: readonly AskedVector[], rowCount: number): NeedHeads {
  const train = (namesOf: (asked: AskedExample) => readonly (string | undefined)[]): NamedHead => {
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
  return {
    aspects: train(({ aspect }) => [aspect]),
    states: train(({ state }) => [state]),
    conditions: train(({ conditions }) => (conditions.length > 0 ? conditions : [undefined])),
  };
}

/** The heads in the order in which `readNeed` expects their probabilities. */
export function listHeads({ aspects, states, conditions }: NeedHeads): LinearHead[] {
  return [aspects.head, states.head, conditions.head];
}

/** @param probabilities of each head of `listHeads` */
export function readNeed(heads: NeedHeads, probabilities: readonly Float64Array[]): NeedReading {
  const [ofAspects, ofStates, ofConditions] = probabilities;
  return {
    aspects: likelihoods(heads.aspects.names, ofAspects),
    states: likelihoods(heads.states.names, ofStates),
    conditions: likelihoods(heads.conditions.names, ofConditions),
  };
}

function likelihoods(names: readonly string[], probabilities: Float64Array | undefined): Likelihoods {
  return names
    .map((name, at) => ({ name, probability: probabilities?.[at + 1] ?? 0 }))
    .filter(({ probability }) => probability >= minProbability)
    .sort((a, b) => b.probability - a.probability);
}
