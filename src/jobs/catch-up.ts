import { type Kysely, sql } from 'kysely';
import { catchUp, type MissedMessages } from '../conversation/catch-up.ts';
import type { Tables } from '../database/schema.ts';
import type { Logger } from '../logger.ts';
import type { MessageEvent } from '../message.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';

interface CatchUpParts {
  db: Kysely<Tables>;
  missed: MissedMessages;
  accept(events: MessageEvent[]): Promise<number>;
  logger: Logger;
}

interface CatchUpOrder {
  oaId: string;
  /** Earlier messages (epoch ms) are known to have arrived. */
  sinceAt: number;
  now: number;
}

const namePrefix = 'catch-up-since:';

/** Asks Zalo for missed messages. Deletes the order only afterwards, so a lost job loses nothing. */
export function createCatchUp(parts: CatchUpParts): Processor<'catch-up'> {
  return async ({ oaId, sinceAt }) => {
    const found = await catchUp(parts, { oaId, sinceAt });
    if (found > 0) parts.logger.warn({ oaId, found }, 'messages were missed and are answered now');
    await parts.db
      .deleteFrom('service_state')
      .where('name', '=', namePrefix + oaId)
      .where('value', '=', JSON.stringify(sinceAt))
      .execute();
  };
}

/** Orders a catch-up. The database stores the order until it is done; the queue only runs it. */
export async function orderCatchUp(
  { db, queue }: { db: Kysely<Tables>; queue: JobQueue },
  { oaId, sinceAt, now }: CatchUpOrder,
): Promise<void> {
  const value = JSON.stringify(sinceAt);
  await db
    .insertInto('service_state')
    .values({ name: namePrefix + oaId, value, updated_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: now }))
    .execute();
  await queue.add('catch-up', { oaId, sinceAt }, { key: `catch-up-${oaId}` });
}

/** @returns for each OA, the start (epoch ms) of its unfinished catch-up */
export async function listPendingCatchUps(db: Kysely<Tables>): Promise<Map<string, number>> {
  const { rows } = await sql<{ oa_id: string; since_at: number }>`
    select substr(name, ${namePrefix.length + 1}) as oa_id, (value #>> '{}')::bigint as since_at
    from service_state where starts_with(name, ${namePrefix})`.execute(db);
  return new Map(rows.map((row) => [row.oa_id, row.since_at]));
}
