import { classifiedCall, type IntentCall } from '../flow/flow-shape.ts';
import { objectAnswers } from '../flow/flow-shapes.ts';
import type { RankedText } from './rank-texts.ts';

/** A second text about the same case is told with the first if it is as likely as this part of it. */
const nearlyAsLikely = 0.5;
/** Any other text is told below the first, as what the resident may have meant, if it is as likely as this part of it. */
const perhapsMeant = 0.25;

/** What the likeliest texts are told by. */
export interface CallsOfRanked {
  call: IntentCall;
  /** Tells a text that may be meant instead. */
  perhaps?: IntentCall;
}

/**
 * The call that tells the likeliest text. Where it is unclear which is asked: with a second one about the same case, or
 * with a call for what may be meant instead. Undefined where no text comes into question.
 */
export function callsOfRanked([best, ...others]: readonly RankedText[]): CallsOfRanked | undefined {
  const call = best && callOf(best);
  if (!call) return undefined;
  const isAsLikely = (part: number) => (other: RankedText) => other.probability >= best.probability * part;
  const second = others.filter(isAsLikely(nearlyAsLikely)).find((other) => isBeside(best, other));
  const both = second && callOf(best, second);
  if (both) return { call: both };
  const other = others.filter(isAsLikely(perhapsMeant)).find(({ text }) => !text.isUnknown);
  const perhaps = other && callOf(other);
  return { call, ...(perhaps && { perhaps }) };
}

/** The calls that tell some texts one after the other; undefined for none. */
export function callsOfTexts(texts: readonly RankedText[]): [IntentCall, ...IntentCall[]] | undefined {
  const [first, ...others] = texts.flatMap((one, at) => {
    const call = callOf(one);
    const isBeside = texts.slice(0, at).some(({ text }) => text.object === one.text.object);
    return (isBeside && call && besideOf(call)) || call || [];
  });
  return first && [first, ...others];
}

/** The call that tells cells right after another text about their object; undefined for the answer of a topic. */
function besideOf(call: IntentCall): IntentCall | undefined {
  const own = objectAnswers.parse(call);
  return own?.step === 'tell'
    ? objectAnswers.call(own.intent, 'tell', { ...own.data, isBeside: true })
    : undefined;
}

/** @param second a text about the same case that is told as well */
function callOf({ text, probability }: RankedText, second?: RankedText): IntentCall | undefined {
  const { intent, object, state, conditions } = text;
  const [aspect] = text.aspects;
  if (intent !== undefined) return classifiedCall(intent, probability);
  if (!object || !aspect) return undefined;
  const aspects = [aspect, ...(second?.text.aspects ?? [])];
  const asked = { aspects, ...(state && { state }), conditions: [...conditions] };
  return { ...objectAnswers.call(object.intent, 'tell', asked), confidence: probability };
}

/** Whether two cells are about the same case of an object. */
function isBeside({ text: one }: RankedText, { text: other }: RankedText): boolean {
  return (
    one.object !== undefined &&
    one.intent === undefined &&
    other.object === one.object &&
    other.intent === undefined &&
    !other.isUnknown &&
    !one.isUnknown &&
    other.state === one.state &&
    other.conditions.join() === one.conditions.join()
  );
}
