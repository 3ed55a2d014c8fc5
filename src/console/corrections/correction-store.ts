import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';

/** What the assistant said, and what a member thinks it should have said. */
export interface Correction {
  id: number;
  ticketNumber: number;
  said: string;
  better: string;
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

/** The corrections that nobody has settled, oldest first. */
export async function listCorrections(db: Kysely<Tables>): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select b.id, t.number as "ticketNumber", coalesce(o.content ->> 'text', '') as said, b.text as better,
      b.member_id as "memberId", b.at
    from bot_corrections b
    join tickets t on t.id = b.ticket_id
    join outgoing_messages o on o.id = b.message_id
    where b.settled_at is null order by b.id limit ${maxListed}`.execute(db);
  return rows.map((row) => ({ ...row, id: Number(row.id), at: Number(row.at) }));
}

export async function settleCorrection(
  db: Kysely<Tables>,
  { id, now }: { id: number; now: number },
): Promise<void> {
  await db
    .updateTable('bot_corrections')
    .set({ settled_at: now })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .execute();
}
