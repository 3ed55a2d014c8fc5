import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { type Sight, visibleTo } from '../access/sight.ts';

/** What the assistant said, and what a member thinks it should have said. */
export interface Correction {
  id: number;
  ticketNumber: number;
  said: string;
  better: string;
  /** A member, or an operator by their key. */
  memberId: string | null;
  at: number;
}

interface NewCorrection {
  ticketId: number;
  conversationId: number;
  messageId: number;
  memberId: string;
  text: string;
  now: number;
}

/** Keeps a correction of one of the assistant's messages of this conversation. @returns false for any other message */
export async function addCorrection(db: Kysely<Tables>, correction: NewCorrection): Promise<boolean> {
  const { ticketId, conversationId, messageId, memberId, text, now } = correction;
  const { numAffectedRows = 0n } = await sql`
    insert into bot_corrections (ticket_id, message_id, member_id, text, at)
    select ${ticketId}, o.id, ${memberId}, ${text}, ${now} from outgoing_messages o
    where o.id = ${messageId} and o.conversation_id = ${conversationId}
      and o.outcome in ('answer', 'clarify', 'decline')`.execute(db);
  return numAffectedRows > 0n;
}

const maxListed = 100;

/** The corrections of tickets in sight that nobody has settled, oldest first. */
export async function listCorrections(db: Kysely<Tables>, sight: Sight): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select b.id, t.number as "ticketNumber", coalesce(o.content ->> 'text', '') as said, b.text as better,
      b.member_id as "memberId", b.at
    from bot_corrections b
    join tickets t on t.id = b.ticket_id
    join outgoing_messages o on o.id = b.message_id
    where b.settled_at is null and ${visibleTo(sight)} order by b.id limit ${maxListed}`.execute(db);
  return rows.map((row) => ({ ...row, id: Number(row.id), at: Number(row.at) }));
}

/** @returns whether there was one to settle */
export async function settleCorrection(
  db: Kysely<Tables>,
  { id, sight, now }: { id: number; sight: Sight; now: number },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update bot_corrections b set settled_at = ${now} from tickets t
    where b.id = ${id} and t.id = b.ticket_id and b.settled_at is null and ${visibleTo(sight)}`.execute(db);
  return numAffectedRows > 0n;
}
