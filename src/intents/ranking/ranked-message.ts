import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { Candidate } from '../../nlu/classifier/classifier.ts';
import type { Likelihoods, NeedReading } from '../../nlu/needs/need.ts';
import type { ObjectReading } from '../../understanding/read-object.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { leaningOf } from '../turn/act-of-turn.ts';

/** What is read of a message, and of all that the resident wrote about the same object. */
export type ReadMessage = Pick<Understanding, 'unmasked' | 'candidates' | 'need' | 'objects' | 'after'>;

/** The talk that a message stands in. */
export interface RankedTalk {
  /** The object of the last answer. */
  last: KnownObject | undefined;
  /** What the resident wrote about it. */
  words: string | undefined;
}

/** A message in its talk, as far as it tells which text is asked for. */
export interface RankedMessage {
  last: KnownObject | undefined;
  /** How likely each object is, by its id, and each answer about none, by its intent. */
  objects: ReadonlyMap<string, number>;
  objectsOfTalk: ReadonlyMap<string, number>;
  named: ReadonlySet<string>;
  need: NeedLikelihoods;
  /** Of all that was written about the last object, with the message. */
  talk: NeedLikelihoods;
  said: ObjectReading;
  saidInTalk: ObjectReading;
  /** How likely the message leans on the talk; 0 without one. */
  leans: number;
  /** How likely it then tells something of the resident's case. */
  tells: number;
  candidates: readonly Candidate[];
  candidateOf(intent: string): number;
}

/** What a message asks and tells, by name. */
export interface NeedLikelihoods {
  aspects: ReadonlyMap<string, number>;
  states: ReadonlyMap<string, number>;
  /** That it tells no state. */
  noState: number;
  conditions: ReadonlyMap<string, number>;
}

/** Acts that are less likely say nothing about what the message does. */
const minActs = 0.05;
/** An answer that several objects share speaks for these. */
const maxShared = 3;

/** Reads a message in its talk. Pure. */
export function readRankedMessage(
  u: ReadMessage,
  { last, words }: RankedTalk,
  objects: ObjectDirectory,
): RankedMessage {
  const talk = words === undefined ? u : u.after(words);
  const ofActs = u.need.acts.reduce((sum, { probability }) => sum + probability, 0);
  const named = new Set(u.objects.named.flat());
  const namesOther = last !== undefined && named.size > 0 && !named.has(last.id);
  const informs = u.need.acts.find(({ name }) => name === 'inform')?.probability ?? 0;
  const likelihoodOf = new Map(u.candidates.map(({ intent, probability }) => [intent, probability]));
  return {
    last,
    objects: likelihoodsOf(u.candidates, objects),
    objectsOfTalk: likelihoodsOf(talk.candidates, objects),
    named,
    need: likelihoodsIn(u.need),
    talk: likelihoodsIn(talk.need),
    said: u.objects,
    saidInTalk: talk.objects,
    leans: last ? leaningOf(u.need, { namesOther }) : 0,
    tells: last && ofActs >= minActs ? informs / ofActs : 0,
    candidates: u.candidates,
    candidateOf: (intent) => likelihoodOf.get(intent) ?? 0,
  };
}

function likelihoodsIn({ aspects, states, conditions }: NeedReading): NeedLikelihoods {
  const byName = (likelihoods: Likelihoods) =>
    new Map(likelihoods.map(({ name, probability }) => [name, probability]));
  const noState = 1 - states.reduce((sum, { probability }) => sum + probability, 0);
  return { aspects: byName(aspects), states: byName(states), noState, conditions: byName(conditions) };
}

function likelihoodsOf(candidates: readonly Candidate[], objects: ObjectDirectory): Map<string, number> {
  const likelihoods = new Map<string, number>();
  for (const { intent, probability } of candidates) {
    const about = objects.listByIntent(intent).slice(0, maxShared);
    const keys = about.length > 0 ? about.map(({ id }) => id) : [intent];
    for (const key of keys) likelihoods.set(key, (likelihoods.get(key) ?? 0) + probability);
  }
  return likelihoods;
}
