import { type Kysely, sql } from 'kysely';
import { memberAnswer, memberIntent } from '../../conversation/outbox.ts';
import type { OutgoingFailure, Tables } from '../../database/schema.ts';
import { hourMs } from '../../durations.ts';
import type { TicketView } from '../../member/tickets/ticket-view.ts';
import type { Attachment } from '../../message.ts';
import { grievanceTopic } from '../../ticket/model/confidential.ts';
import { spokenAsResident } from '../../ticket/store/transcript.ts';

/** One message of the talk with the resident, as the page of a ticket shows it. */
export interface TalkMessage {
  /** Of the incoming event or of the outgoing message. */
  id: number;
  from: 'resident' | 'bot' | 'member';
  /** Empty for an attachment without words. */
  text: string;
  at: number;
  attachments: readonly Pick<Attachment, 'kind' | 'url' | 'name'>[];
  /** For our own messages. */
  delivery: Delivery | undefined;
  /** An answer of the assistant, which a member can correct. */
  isBotAnswer: boolean;
  /** The turn that wrote it. */
  turnId: number | undefined;
}

/** What became of a message of ours; the words are `console:delivery.<state>`. */
type Delivery = {
  state: DeliveryState /** When it leaves, if it waits for that. */;
  leavesAt?: number;
};
type DeliveryState = 'waits' | 'parked' | 'sent' | 'delivered' | 'seen' | 'retracted' | 'failed';

interface Row {
  id: number;
  from: TalkMessage['from'];
  text: string;
  at: number;
  attachments: TalkMessage['attachments'] | null;
  state: string | null;
  failure: OutgoingFailure | null;
  parked_at: number | null;
  next_attempt_at: number | null;
  delivered_at: number | null;
  seen_at: number | null;
  turn_id: number | null;
  outcome: string | null;
}

const maxMessages = 80;
const correctable: ReadonlySet<string> = new Set(['answer', 'clarify', 'decline']);
/** What was said this long before the ticket was opened led to it. */
const beforeMs = 2 * hourMs;

/**
 * The talk since shortly before the ticket was opened, oldest first. What was written about a confidential ticket of the
 * same resident is left out of other tickets.
 */
export async function readTalk(db: Kysely<Tables>, view: TicketView): Promise<TalkMessage[]> {
  const { id, oaId, personId, conversationId } = view;
  const { rows } = await sql<Row>`
    with since as (select created_at - ${beforeMs} as at from tickets where id = ${id})
    select * from (
      (select e.id, 'resident' as "from", coalesce(e.event ->> 'text', '') as text, e.occurred_at as at,
        e.event -> 'attachments' as attachments, null as state, null as failure, null::bigint as parked_at,
        null::bigint as next_attempt_at, null::bigint as delivered_at, null::bigint as seen_at, null::bigint as turn_id, null as outcome
      from incoming_events e, since
      where e.oa_id = ${oaId} and e.person_id = ${personId} and e.kind = 'message' and ${spokenAsResident}
        and e.occurred_at >= since.at
        and not exists (select 1 from ticket_events v join tickets other on other.id = v.ticket_id
          where other.conversation_id = ${conversationId} and other.id <> ${id} and other.topic = ${grievanceTopic}
            and v.event = 'noted' and v.reason = 'message' and v.data -> 'events' @> to_jsonb(e.id))
      order by e.occurred_at desc limit ${maxMessages})
      union all
      (select o.id, case o.intent when ${memberAnswer} then 'member' else 'bot' end, coalesce(o.content ->> 'text', ''),
        o.created_at, case when o.content ->> 'kind' in ('image', 'file')
          then jsonb_build_array(jsonb_build_object('kind', o.content ->> 'kind')) end,
        o.state, o.failure, o.parked_at, o.next_attempt_at, o.delivered_at, o.seen_at, o.turn_id, o.outcome
      from outgoing_messages o, since
      where o.conversation_id = ${conversationId} and coalesce(o.intent, '') <> ${memberIntent}
        and o.created_at >= since.at
        and not exists (select 1 from tickets other where other.id = o.ticket_id and other.id <> ${id}
          and other.topic = ${grievanceTopic})
      order by o.id desc limit ${maxMessages})
    ) said order by at desc, "from" = 'resident', id desc limit ${maxMessages}`.execute(db);
  return rows.reverse().map(toMessage);
}

function toMessage(row: Row): TalkMessage {
  return {
    id: Number(row.id),
    from: row.from,
    text: row.text,
    at: Number(row.at),
    attachments: row.attachments ?? [],
    delivery: row.state === null ? undefined : deliveryOf(row),
    isBotAnswer: row.from === 'bot' && correctable.has(row.outcome ?? ''),
    turnId: row.turn_id === null ? undefined : Number(row.turn_id),
  };
}

function deliveryOf(row: Row): Delivery {
  if (row.state === 'failed') return { state: row.failure === 'retracted' ? 'retracted' : 'failed' };
  if (row.state === 'sent') {
    return { state: row.seen_at !== null ? 'seen' : row.delivered_at !== null ? 'delivered' : 'sent' };
  }
  if (row.parked_at !== null) return { state: 'parked' };
  const leavesAt = row.state === 'pending' ? row.next_attempt_at : null;
  return { state: 'waits', ...(leavesAt === null ? {} : { leavesAt: Number(leavesAt) }) };
}
