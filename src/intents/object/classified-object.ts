import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { toldIn } from '../../content/schema/object.ts';
import { type Candidate, sumOf } from '../../nlu/classifier/classifier.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { callOfChoice } from './call-of-choice.ts';
import { chooseByNeed, type ReadNeed, rankCells } from './choose-by-need.ts';

type ReadCandidates = ReadNeed & Pick<Understanding, 'candidates'>;

/** An answer of a topic that is this likely is told as it is. */
const surelyThis = 0.6;

/**
 * The call for an intent that the classifier chose, where cells tell it: those of an object, or, in place of an answer
 * of a topic, a cell that was written for the state or the condition that the text tells. Pure.
 */
export function createClassifiedObject(objects: ObjectDirectory) {
  return (candidate: Candidate, u: ReadCandidates): IntentCall | undefined => {
    const { intent, probability: confidence } = candidate;
    const [object] = objects.listByIntent(intent);
    if (!object) return undefined;
    if (object.intent !== intent && (confidence >= surelyThis || !hasNarrowerCell())) return undefined;
    const call = callOfChoice(chooseByNeed(object, u));
    return call && { ...call, confidence: sumOf(u.candidates.filter(isAbout(object))) };

    function hasNarrowerCell(): boolean {
      const [best] = object ? rankCells(object, u) : [];
      if (!best || toldIn(best.selected.cell) === undefined) return false;
      const { state, conditions } = best.selected.declares;
      return state !== undefined || conditions.length > 0;
    }
  };
}

/** Which cell is asked for may be unsure where the object is not. */
function isAbout({ intent, answers }: KnownObject): (candidate: Candidate) => boolean {
  return (candidate) => candidate.intent === intent || candidate.intent in answers;
}
