import type { IncomingEvent, IncomingEventKind, Origin } from '../message.ts';

/** One row of `incoming_events` before it has an id; also one line of the spool. */
export interface EventRow {
  delivery_key: string;
  oa_id: string;
  person_id: string | null;
  anonymous_conversation_id: string | null;
  kind: IncomingEventKind;
  event_name: string;
  occurred_at: number;
  received_at: number;
  event: IncomingEvent;
  phone_encrypted: string | null;
  handled_at: number | null;
  outcome: string | null;
  origin: Origin;
}

/** These kinds are done once stored: only reports read them later. */
const doneOnceStored: ReadonlySet<IncomingEventKind> = new Set(['group', 'counted', 'unsupported']);

interface Arrival {
  /** Already masked. */
  event: IncomingEvent;
  phoneEncrypted: string | null;
  receivedAt: number;
  origin: Origin;
}

export function toEventRow({ event, phoneEncrypted, receivedAt, origin }: Arrival): EventRow {
  const isDone = doneOnceStored.has(event.kind);
  return {
    delivery_key: event.deliveryKey,
    oa_id: event.oaId,
    person_id: ('personId' in event && event.personId) || null,
    anonymous_conversation_id: ('anonymousConversationId' in event && event.anonymousConversationId) || null,
    kind: event.kind,
    event_name: event.eventName,
    occurred_at: event.occurredAt,
    received_at: receivedAt,
    event,
    phone_encrypted: phoneEncrypted,
    handled_at: isDone ? receivedAt : null,
    outcome: isDone ? 'counted' : null,
    origin,
  };
}
