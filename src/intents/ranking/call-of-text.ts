import { classifiedCall, type IntentCall } from '../flow/flow-shape.ts';
import { objectAnswers } from '../flow/flow-shapes.ts';
import type { RankedText } from './rank-texts.ts';

/** A second text about the same object is told as well if it is nearly as likely as the first. */
const nearlyAsLikely = 0.5;

/** The call that tells the likeliest text, with a second one about the same case where it is unclear which is asked. */
export function callOfRanked([best, ...others]: readonly RankedText[]): IntentCall | undefined {
  if (!best) return undefined;
  const { text, probability } = best;
  const { intent, object, state, conditions } = text;
  const [aspect] = text.aspects;
  if (intent !== undefined || !object || !aspect) {
    return intent === undefined ? undefined : classifiedCall(intent, probability);
  }
  const second = others.find(
    (other) => isBeside(best, other) && other.probability >= probability * nearlyAsLikely,
  );
  const aspects = [aspect, ...(second?.text.aspects ?? [])];
  const asked = { aspects, ...(state && { state }), conditions: [...conditions] };
  return { ...objectAnswers.call(object.intent, 'tell', asked), confidence: probability };
}

/** Whether two cells are about the same case of an object. */
function isBeside({ text: one }: RankedText, { text: other }: RankedText): boolean {
  return (
    other.object === one.object &&
    other.intent === undefined &&
    !other.isUnknown &&
    !one.isUnknown &&
    other.state === one.state &&
    other.conditions.join() === one.conditions.join()
  );
}
