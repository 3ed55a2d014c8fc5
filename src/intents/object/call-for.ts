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

/** A less likely state was not told; a less likely answer is not about what is asked. */
const minTold = 0.1;
const minNear = 0.1;

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
    const near = object.intent === intent ? answerNear(object, u) : undefined;
    if (near && isUnknown(object, u)) return classifiedCall(near, confidence);
    const call = isTold ? callOfChoice(chooseByNeed(object, u)) : undefined;
    return call ? { ...call, confidence } : classifiedCall(intent, confidence);
  };
}

/** Whether all that the object has to say is that the asked aspect is not known. */
function isUnknown(object: KnownObject, u: ReadNeed): boolean {
  return rankCells(object, u)[0]?.selected.cell === 'unknown';
}

/** The likeliest answer of a topic about the object. */
function answerNear({ answers }: KnownObject, { candidates }: ReadCandidates): string | undefined {
  return candidates.find(({ intent, probability }) => intent in answers && probability >= minNear)?.intent;
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
  const isToldState = u.need.states.some((one) => one.name === state && one.probability >= minTold);
  return isToldState || conditions.length > 0;
}

function isAbout({ intent, answers }: KnownObject): (candidate: Candidate) => boolean {
  return (candidate) => candidate.intent === intent || candidate.intent in answers;
}
