import type { Kysely, Selectable } from 'kysely';
import { memberIntent } from '../../conversation/outbox.ts';
import type { OutgoingMessageTable, Tables } from '../../database/schema.ts';
import type { Ticket } from '../model/ticket-edit.ts';
import { readAddedWords } from '../store/added-words.ts';

/** Everything about one ticket, read-only. */
export interface TicketDetails {
  ticket: Ticket;
  /** What the resident added since it was opened, oldest first. */
  added: string[];
  timeline: { event: string; at: number; actor: string; reason: string | null; text: string | undefined }[];
  /** Messages to the resident about it, with their delivery state. */
  messages: { text: string; at: number; delivery: DeliveryState }[];
  /** Running timers, the next first. */
  timers: { kind: string; dueAt: number }[];
}

export async function readTicket(db: Kysely<Tables>, number: number): Promise<TicketDetails | undefined> {
  const ticket = await db.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirst();
  if (!ticket) return undefined;
  const events = await db
    .selectFrom('ticket_events')
    .select(['event', 'at', 'actor_kind', 'actor_id', 'reason', 'data'])
    .where('ticket_id', '=', ticket.id)
    .orderBy('id')
    .execute();
  const messages = await db
    .selectFrom('outgoing_messages')
    .select(['content', 'created_at', 'state', 'parked_at', 'delivered_at', 'seen_at'])
    .where('ticket_id', '=', ticket.id)
    .where((eb) => eb(eb.fn.coalesce('intent', eb.val('')), '<>', memberIntent))
    .orderBy('id')
    .execute();
  const timers = await db
    .selectFrom('ticket_timers')
    .select(['kind', 'due_at'])
    .where('ticket_id', '=', ticket.id)
    .orderBy('due_at')
    .execute();
  return {
    ticket,
    added: await readAddedWords(db, ticket.id),
    timeline: events.map(({ event, at, actor_kind, actor_id, reason, data }) => ({
      event,
      at,
      actor: actor_id ?? actor_kind,
      reason,
      // A note is only for those who work on the ticket.
      text: event !== 'noted' && typeof data.text === 'string' ? data.text : undefined,
    })),
    messages: messages.map((row) => ({
      text: row.content.kind === 'text' ? row.content.text : `[${row.content.kind}]`,
      at: row.created_at,
      delivery: deliveryOf(row),
    })),
    timers: timers.map(({ kind, due_at }) => ({ kind, dueAt: due_at })),
  };
}

/** Delivery state of a message to the resident; the texts are `operator:delivery.<state>`. */
type DeliveryState = 'waits' | 'held' | 'sent' | 'delivered' | 'seen' | 'failed';

type Row = Pick<Selectable<OutgoingMessageTable>, 'state' | 'parked_at' | 'delivered_at' | 'seen_at'>;

/** As far as Zalo has reported it. Pure. */
function deliveryOf({ state, parked_at, delivered_at, seen_at }: Row): DeliveryState {
  if (state === 'failed') return 'failed';
  if (state === 'sent') return seen_at !== null ? 'seen' : delivered_at !== null ? 'delivered' : 'sent';
  return parked_at === null ? 'waits' : 'held';
}
