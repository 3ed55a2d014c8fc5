import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { toldIn } from '../../content/schema/object.ts';
import { type Candidate, sumOf } from '../../nlu/classifier/classifier.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { classifiedCall, type IntentCall } from '../flow/flow-shape.ts';
import { callOfChoice } from './call-of-choice.ts';
import { chooseByNeed, type ReadNeed, rankCells } from './choose-by-need.ts';

/** An answer of a topic that is this likely is told as it is, unless the text surely tells of a fault of an app. */
const surelyThis = 0.6;
const surelyState = 0.7;
/** The same, where words of the text say so too. */
const likelyState = 0.4;

type ReadCandidates = ReadNeed & Pick<Understanding, 'candidates'>;

/** The call for an intent that the classifier chose. Pure. */
export type CallFor = (candidate: Candidate, understanding: ReadCandidates) => IntentCall;

/**
 * Calls the answer of a topic, or the cells of an object; also, in place of an answer, a cell that was written for the
 * state or the condition that the text tells.
 */
export function createCallFor(objects: ObjectDirectory): CallFor {
  return ({ intent, probability }, u) => {
    const [object] = objects.listByIntent(intent);
    if (!object) return classifiedCall(intent, probability);
    // Which cell is asked for may be unsure where the object is not.
    const confidence = sumOf(u.candidates.filter(isAbout(object)));
    const isTold = object.intent === intent || hasNarrowerCell(object, u, probability);
    const call = isTold ? callOfChoice(chooseByNeed(object, u)) : undefined;
    return call ? { ...call, confidence } : classifiedCall(intent, confidence);
  };
}

function hasNarrowerCell(object: KnownObject, u: ReadNeed, probability: number): boolean {
  const [best] = rankCells(object, u);
  if (!best || toldIn(best.selected.cell) === undefined) return false;
  const { state, conditions } = best.selected.declares;
  const isFault =
    object.kind === 'app' &&
    u.need.states.some(
      ({ name, probability }) =>
        name === state && probability >= (name === u.objects.state ? likelyState : surelyState),
    );
  if (probability >= surelyThis && !isFault) return false;
  return state !== undefined || conditions.length > 0;
}

function isAbout({ intent, answers }: KnownObject): (candidate: Candidate) => boolean {
  return (candidate) => candidate.intent === intent || candidate.intent in answers;
}
