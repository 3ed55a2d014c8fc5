import { readMessage } from '../conversation/classify-input.ts';
import type { WaitingEvent } from '../conversation/inbox.ts';
import type { HeldConversation } from '../conversation/lease.ts';
import type { SaidRow } from '../conversation/outbox.ts';
import type { Intents } from '../intents/bot.ts';

/** Written at most so long after another, a message may go on with it. */
const goesOnMs = 10_000;
/** Nobody needs more messages for one question. */
const mostJoined = 3;

/** Some events that are read as one. */
export interface Joined {
  /** Those that the reply to `last` covers. */
  covered: WaitingEvent[];
  last: WaitingEvent;
  lastIndex: number;
}

interface Reading {
  intents: Intents;
  held: HeldConversation;
  said: SaidRow[];
}

/**
 * The message that follows in the inbox, read together with the one before it. Undefined where there is none or it is
 * something of its own: a tap, an answer to what was asked, a photo, a later thought.
 */
export function joinNext(
  { intents, held, said }: Reading,
  events: readonly WaitingEvent[],
  { covered, last, lastIndex }: Joined,
): Joined | undefined {
  const next = events[lastIndex + 1];
  if (last.event.kind !== 'message' || next?.event.kind !== 'message') return undefined;
  if (covered.length + 1 >= mostJoined || next.event.occurredAt - last.event.occurredAt > goesOnMs)
    return undefined;
  const { fold, stepAccepts } = intents;
  const reading = readMessage({ event: next.event, said, step: held.state.step, fold, stepAccepts });
  if (reading.kind !== 'question') return undefined;
  const text = `${last.event.text ?? ''} ${next.event.text ?? ''}`;
  const quotes = next.event.quotedMessageId ?? last.event.quotedMessageId;
  return {
    covered: [...covered, last],
    last: { ...next, event: { ...next.event, text, ...(quotes && { quotedMessageId: quotes }) } },
    lastIndex: lastIndex + 1,
  };
}
