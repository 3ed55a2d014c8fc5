import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';

const lookBackMs = 60 * 60_000;

/**
 * Requeues a message to a member that Zalo refused (blocked, or window closed), once, for another channel. Records the
 * attempt as refused. @returns how many it requeued
 */
export async function requeueUndelivered(db: Kysely<Tables>, now: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update member_notices n
    set told_at = null, outcome = null, due_at = ${now}, leased_until = null,
      data = n.data || '{"isRevived": true}'::jsonb
    where n.told_at > ${now - lookBackMs} and n.outcome in ('told', 'digest') and not n.data ? 'isRevived'
      and n.id in (
        select unnest(o.notice_ids) from outgoing_messages o
        where o.state = 'failed' and o.failure in ('blocked', 'unknown-person', 'window-closed')
          and o.notice_ids <> '{}' and o.created_at > ${now - lookBackMs})
      and not exists (
        select 1 from member_notices u
        where u.member_id = n.member_id and u.ticket_id = n.ticket_id and u.kind = n.kind and u.told_at is null)
    returning id`.execute(db);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db
    .updateTable('contact_attempts')
    .set({ outcome: 'refused' })
    .where('notice_id', 'in', ids)
    .where('outcome', '=', 'sent')
    .execute();
  return ids.length;
}
