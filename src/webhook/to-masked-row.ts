import type { Clock } from '../clock.ts';
import type { Sealer } from '../encryption.ts';
import type { IncomingEvent, Origin } from '../message.ts';
import { type EventRow, toEventRow } from './event-row.ts';
import { maskEvent, type SecretMarks } from './mask-event.ts';

export interface MaskParts {
  marks: SecretMarks;
  origin: Origin;
  sealer: Sealer;
  clock: Clock;
}

/** Clocks differ, but not by more: a later time would hold the conversation's window open and come last for ever. */
const mostAheadMs = 60 * 60_000;

/** The only way an event becomes a row: masked, with a phone number sealed beside it, and not from the future. */
export function toMaskedRow({ marks, sealer, clock, origin }: MaskParts, event: IncomingEvent): EventRow {
  const { event: masked, phone } = maskEvent(event, marks);
  const phoneEncrypted = phone === undefined ? null : sealer.seal(phone);
  const receivedAt = clock.now();
  const isAhead = masked.occurredAt > receivedAt + mostAheadMs;
  const timed = isAhead ? { ...masked, occurredAt: receivedAt } : masked;
  return toEventRow({ event: timed, phoneEncrypted, receivedAt, origin });
}
