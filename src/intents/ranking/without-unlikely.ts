import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { objectAnswers } from '../flow/flow-shapes.ts';
import type { RankedText } from './rank-texts.ts';

/** A part of a message that tells of another subject is no question if the whole message asks for it less likely. */
const minOfSubject = 0.02;

interface Known {
  objects: ObjectDirectory;
  isContent(intent: string): boolean;
}

/**
 * Leaves out what a message with several sentences only mentions: of an answer about another subject than the likeliest
 * one, that the message as a whole hardly asks for. At least one call stays. Pure.
 */
export function withoutUnlikely(
  calls: readonly [IntentCall, ...IntentCall[]],
  ranked: readonly RankedText[],
  { objects, isContent }: Known,
): [IntentCall, ...IntentCall[]] {
  const weighed = calls.map((call) => ({
    call,
    likelihood: likelihoodOf(call, ranked),
    about: aboutOf(call, objects),
  }));
  const best = weighed.reduce((one, other) => (other.likelihood > one.likelihood ? other : one));
  const stays = ({ call, likelihood, about }: (typeof weighed)[number]) =>
    !isContent(call.intent) || likelihood >= minOfSubject || about.some((id) => best.about.includes(id));
  const [first, ...others] = weighed.filter(stays).map(({ call }) => call);
  return first ? [first, ...others] : [best.call];
}

/** How likely the message asks for one of the texts that a call tells. */
function likelihoodOf(call: IntentCall, ranked: readonly RankedText[]): number {
  const own = objectAnswers.parse(call);
  const aspects = own?.step === 'tell' ? own.data.aspects : [];
  return ranked
    .filter(({ text: { intent, object, aspects: told } }) =>
      intent === undefined
        ? object?.intent === call.intent && told.some((aspect) => aspects.includes(aspect))
        : intent === call.intent,
    )
    .reduce((sum, { probability }) => sum + probability, 0);
}

/** The objects that a call tells of, by their ids; an answer about none is about itself. */
function aboutOf({ intent }: IntentCall, objects: ObjectDirectory): string[] {
  const ids = objects.listByIntent(intent).map(({ id }) => id);
  return ids.length > 0 ? ids : [intent];
}
