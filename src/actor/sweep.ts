import { type Kysely, sql } from 'kysely';
import { type Clock, maxWaitMs } from '../clock.ts';
import { wakeJob } from '../conversation/wake.ts';
import type { Tables } from '../database/schema.ts';
import type { JobQueue } from '../queue/job-queue.ts';

/** Younger events still have their own wake in the queue. */
const usualLostAfterMs = 10_000;
const batchSize = 1_000;

interface SweepParts {
  db: Kysely<Tables>;
  queue: JobQueue;
  clock: Clock;
  /** Zero when no wake can be in the queue: at the start of the only process. */
  lostAfterMs?: number;
}

/**
 * Wakes conversations that have pending work and may have lost their wake. The database is the truth; a wake is only
 * a hint.
 * @returns how many were woken
 */
export async function sweepConversations(parts: SweepParts): Promise<number> {
  const { db, queue, clock, lostAfterMs = usualLostAfterMs } = parts;
  const now = clock.now();
  const putBackAt = now + maxWaitMs;
  const lost = await sql<{ oa_id: string; person_id: string }>`
    select distinct oa_id, person_id from (
      select e.oa_id, e.person_id from incoming_events e
      where e.handled_at is null and e.person_id is not null and (e.received_at <= ${now - lostAfterMs} or e.received_at > ${putBackAt})
        and e.kind in ('message', 'opened', 'left', 'contact-shared', 'missed-call', 'withdrawn')
      union all
      select c.oa_id, c.person_id from outgoing_messages o join conversations c on c.id = o.conversation_id
      where o.state in ('pending', 'sending') and (coalesce(o.next_attempt_at, o.created_at + ${lostAfterMs}) <= ${now}
        or o.parked_at is null and coalesce(o.next_attempt_at, o.created_at) > ${putBackAt})
    ) waiting
    limit ${batchSize}`.execute(db);
  const wakes = lost.rows.map((row) => wakeJob({ oaId: row.oa_id, personId: row.person_id }));
  if (wakes.length > 0) await queue.addMany('wake-conversation', wakes);
  return wakes.length;
}
