import { ZodError } from 'zod';
import type { IncomingEvent } from '../../message.ts';
import type { Converter, ParseOptions } from './converter.ts';
import {
  countedNames,
  type EventName,
  echoNames,
  groupChangeNames,
  residentMessageNames,
  visitorMessageNames,
} from './event-names.ts';
import { toCounted, toUnsupported } from './to-counted.ts';
import { toEcho, toResidentMessage, toVisitorMessage } from './to-message.ts';
import {
  toChatOpened,
  toContactShared,
  toFollowed,
  toGroup,
  toMissedCall,
  toUnfollowed,
  toWithdrawn,
} from './to-relationship.ts';
import { toReaction, toReceipt } from './to-signal.ts';
import { WrongShapeError } from './wrong-shape-error.ts';

/** Exhaustive: a new name in event-names.ts needs its converter here. */
const converterByName: Record<EventName, Converter<IncomingEvent>> = {
  ...forEach(residentMessageNames, toResidentMessage),
  ...forEach(visitorMessageNames, toVisitorMessage),
  ...forEach(echoNames, toEcho),
  ...forEach(groupChangeNames, toGroup),
  ...forEach(countedNames, toCounted),
  follow: toFollowed,
  unfollow: toUnfollowed,
  user_click_chatnow: toChatOpened,
  user_submit_info: toContactShared,
  user_received_message: toReceipt('delivered'),
  user_seen_message: toReceipt('seen'),
  user_reacted_message: toReaction,
  user_call_oa: toMissedCall,
  user_withdraw: toWithdrawn,
};
/** A Map, because names come from outside and an object also has a `constructor`. */
const converters = new Map<unknown, Converter<IncomingEvent>>(Object.entries(converterByName));

/**
 * Turns the JSON of a verified delivery into a domain event. Texts are clean and at most 10,000 characters long, but
 * not masked and not normalised.
 * @throws WrongShapeError when the body is not a documented event; its message contains no values
 */
export function parseDelivery(json: unknown, options: ParseOptions): IncomingEvent {
  if (typeof json !== 'object' || json === null) throw new WrongShapeError('the body is not an object');
  const convert = converters.get((json as { event_name?: unknown }).event_name) ?? toUnsupported;
  try {
    return convert(json, options);
  } catch (error) {
    if (error instanceof ZodError) throw new WrongShapeError(describe(error));
    throw error;
  }
}

function describe(error: ZodError): string {
  return error.issues.map(({ path, code }) => `${path.join('.') || 'body'}: ${code}`).join(', ');
}

function forEach<Name extends string>(names: readonly Name[], converter: Converter<IncomingEvent>) {
  return Object.fromEntries(names.map((name) => [name, converter])) as Record<Name, Converter<IncomingEvent>>;
}
