import type { LinearHead } from '../classifier/linear-head.ts';
import { type Manner, trainHead } from '../classifier/train-head.ts';
import type { Vector } from '../classifier/vocabulary.ts';
import { layOutFully } from '../classifier/weight-layout.ts';
import type { Likelihoods, NeedReading } from './need.ts';

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
  acts: NamedHead;
}

/** Less likely names are left out of a reading. */
const minProbability = 0.02;

/** What a message tells; a question of its own does none of the acts of a later turn. */
export interface NeedExample {
  aspect?: string | undefined;
  state?: string | undefined;
  conditions: readonly string[];
  act?: string | undefined;
  vector: Vector;
}

/** The messages that teach the heads. */
export interface NeedLessons {
  /** Each is under what it asks. */
  asked: readonly NeedExample[];
  /** Later turns of talks; one may ask for nothing. */
  later: readonly NeedExample[];
  /** First questions that name their subject. */
  first: readonly Vector[];
}

/**
 * A few acts, told by common words. With so many more first questions than later turns each third of them is enough.
 * Measured on judged talks: with the layout of many labels 43 % of acts were read, so 64 %.
 */
const forActs: Manner = { passes: 3, firstRate: 2, lastRate: 0.3, layOut: layOutFully };
const firstTaken = 3;

/**
 * Trains the heads. A message with two conditions is an example of each.
 * @param rowCount the size of the vocabulary
 */
export function trainNeedHeads({ asked, later, first }: NeedLessons, rowCount: number): NeedHeads {
  const all = [...asked, ...later];
  const asking = all.filter(({ aspect }) => aspect !== undefined);
  const standing = first
    .filter((_, at) => at % firstTaken === 0)
    .map((vector): NeedExample => ({ conditions: [], vector }));
  return {
    aspects: trainNamed(asking, ({ aspect }) => [aspect], rowCount),
    states: trainNamed(all, ({ state }) => [state], rowCount),
    conditions: trainNamed(
      all,
      ({ conditions }) => (conditions.length > 0 ? conditions : [undefined]),
      rowCount,
    ),
    acts: trainNamed([...standing, ...later], ({ act }) => [act], rowCount, forActs),
  };
}

function trainNamed(
  examples: readonly NeedExample[],
  namesOf: (example: NeedExample) => readonly (string | undefined)[],
  rowCount: number,
  manner?: Manner,
): NamedHead {
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

/** The heads in the order in which `readNeed` expects their probabilities. */
export function listHeads({ aspects, states, conditions, acts }: NeedHeads): LinearHead[] {
  return [aspects.head, states.head, conditions.head, acts.head];
}

/** @param probabilities of each head of `listHeads` */
export function readNeed(heads: NeedHeads, probabilities: readonly Float64Array[]): NeedReading {
  const [ofAspects, ofStates, ofConditions, ofActs] = probabilities;
  return {
    aspects: likelihoods(heads.aspects.names, ofAspects),
    states: likelihoods(heads.states.names, ofStates),
    conditions: likelihoods(heads.conditions.names, ofConditions),
    acts: likelihoods(heads.acts.names, ofActs),
  };
}

function likelihoods(names: readonly string[], probabilities: Float64Array | undefined): Likelihoods {
  return names
    .map((name, at) => ({ name, probability: probabilities?.[at + 1] ?? 0 }))
    .filter(({ probability }) => probability >= minProbability)
    .sort((a, b) => b.probability - a.probability);
}
