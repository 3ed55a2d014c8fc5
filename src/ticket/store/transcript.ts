import { type RawBuilder, sql } from 'kysely';
import { memberAnswer, memberIntent } from '../../conversation/outbox.ts';
import type { Transcript } from '../../database/ticket-tables.ts';
import type { ResidentTurn } from '../resident-ticket-types.ts';

const summaryLength = 10;
/** Outcome of an event that reports a message written by hand. */
const byStaff = 'staff';
/** Messages covered by one reply came within this time before it. */
const burstMs = 60_000;

/** A condition on `e`: messages that the person wrote as a resident, not as a member to other residents. */
export const spokenAsResident: RawBuilder<unknown> = sql`coalesce(e.outcome, '') <> ${memberIntent}
  and not (coalesce(e.outcome, '') = 'covered' and exists (
    select 1 from incoming_events later
    where later.oa_id = e.oa_id and later.person_id = e.person_id and later.id > e.id
      and later.outcome = ${memberIntent} and later.occurred_at - e.occurred_at < ${burstMs}))`;

/**
 * The last masked messages of the resident, the bot, members, and staff who wrote by hand: what a member must know before
 * answering.
 */
export async function summarise({
  trx,
  conversationId,
  person,
}: Pick<ResidentTurn, 'trx' | 'conversationId' | 'person'>): Promise<Transcript> {
  const { rows } = await sql<Transcript['messages'][number]>`
    select * from (
      (select 'resident' as "from", coalesce(event ->> 'text', '') as text,
        event -> 'attachments' -> 0 ->> 'kind' as kind, occurred_at as at
      from incoming_events e
      where oa_id = ${person.oaId} and person_id = ${person.personId} and kind = 'message'
        and ${spokenAsResident}
      order by occurred_at desc limit ${summaryLength})
      union all
      (select case intent when ${memberAnswer} then 'member' else 'bot' end, coalesce(content ->> 'text', ''),
        case when content ->> 'kind' in ('image', 'file') then content ->> 'kind' end, created_at
      from outgoing_messages
      where conversation_id = ${conversationId} and coalesce(intent, '') <> ${memberIntent}
      order by id desc limit ${summaryLength})
      union all
      (select 'member', coalesce(event ->> 'text', ''), event -> 'attachments' -> 0 ->> 'kind', occurred_at
      from incoming_events e
      where oa_id = ${person.oaId} and person_id = ${person.personId} and kind = 'echo' and outcome = ${byStaff}
      order by occurred_at desc limit ${summaryLength})
    ) said order by at desc limit ${summaryLength}`.execute(trx);
  return { messages: rows.reverse() };
}
