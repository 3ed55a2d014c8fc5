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

/** The only way an event becomes a row: masked, with a phone number sealed beside it. */
export function toMaskedRow({ marks, sealer, clock, origin }: MaskParts, event: IncomingEvent): EventRow {
  const { event: masked, phone } = maskEvent(event, marks);
  const phoneEncrypted = phone === undefined ? null : sealer.seal(phone);
  return toEventRow({ event: masked, phoneEncrypted, receivedAt: clock.now(), origin });
}
