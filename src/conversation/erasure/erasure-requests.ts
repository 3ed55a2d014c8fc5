import type { Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { hourMs } from '../../durations.ts';

/** An erasure waits for this long after its confirmation, so that a person who regrets it can stop it. */
export const erasureWaitMs = 24 * hourMs;

/** One person's wish to have their data erased, in the transaction of their turn. */
export interface Erasure {
  /** Requests the erasure, unless one waits already. @returns when it is due, epoch ms */
  request(): Promise<number>;
  /** @returns false when no request waits: there was none, or it is done */
  stop(): Promise<boolean>;
}

interface ErasureParts {
  trx: Transaction<Tables>;
  person: { oaId: string; personId: string };
  now: number;
  /** Counts what was written. */
  count(step: 'requested' | 'stopped'): void;
}

export function createErasure({ trx, person: { oaId, personId }, now, count }: ErasureParts): Erasure {
  return {
    async request() {
      const waiting = await trx
        .selectFrom('erasure_requests')
        .select('due_at')
        .where('oa_id', '=', oaId)
        .where('person_id', '=', personId)
        .where('done_at', 'is', null)
        .where('stopped_at', 'is', null)
        .executeTakeFirst();
      if (waiting) return waiting.due_at;
      const dueAt = now + erasureWaitMs;
      await trx
        .insertInto('erasure_requests')
        .values({ oa_id: oaId, person_id: personId, requested_at: now, due_at: dueAt })
        .execute();
      count('requested');
      return dueAt;
    },
    async stop() {
      const stopped = await trx
        .updateTable('erasure_requests')
        .set({ stopped_at: now })
        .where('oa_id', '=', oaId)
        .where('person_id', '=', personId)
        .where('done_at', 'is', null)
        .where('stopped_at', 'is', null)
        .returning('id')
        .execute();
      if (stopped.length > 0) count('stopped');
      return stopped.length > 0;
    },
  };
}
