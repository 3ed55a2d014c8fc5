import type { ActorParts } from '../actor/actor-parts.ts';
import { removeOldAudit } from '../audit/audit-log.ts';
import { wakeJob } from '../conversation/wake.ts';
import { dayMs } from '../durations.ts';
import { messageOf } from '../errors.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';
import { eraseRequested } from '../retention/erase-person.ts';
import { removeOld } from '../retention/remove-old.ts';

/** Rounds per run; the next run continues. */
const maxRounds = 20;

interface EraseParts extends ActorParts {
  queue: JobQueue;
  retentionDays: number;
  /** How long the audit log is kept. */
  auditDays: number;
  /** Forgets rows that the database refused. */
  forgetRejected(before: number): Promise<number>;
  /** Writes the list of erasures beside the backups, when there are any. */
  listErasures?: (() => Promise<void>) | undefined;
  /** For a database that does not reclaim the space of deleted rows by itself. */
  reclaimSpace?: (() => Promise<void>) | undefined;
}

/** Erases the data of people whose erasure is due, and data past the office's retention period. */
export function createEraseData(parts: EraseParts): Processor<'erase-data'> {
  return async () => {
    const { db, clock, logger, metrics, queue, retentionDays, auditDays } = parts;
    const now = clock.now();
    const erased = await repeated(async () => {
      const people = await eraseRequested({ ...parts, now });
      await queue.addMany('wake-conversation', people.map(wakeJob));
      return people.length;
    });
    metrics.count('erasures_total', { step: 'done' }, erased);
    const before = now - retentionDays * dayMs;
    await removeOldAudit(db, now - auditDays * dayMs);
    const removed = (await repeated(() => removeOld({ db, before }))) + (await parts.forgetRejected(before));
    if (erased > 0) await parts.reclaimSpace?.();
    await parts.listErasures?.().catch((error: unknown) => {
      logger.warn({ reason: messageOf(error) }, 'the list of erasures could not be written');
    });
    if (erased + removed > 0) logger.info({ erased, removed }, 'erased data');
  };
}

async function repeated(round: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = 0; count < maxRounds; count += 1) {
    const done = await round();
    total += done;
    if (done === 0) break;
  }
  return total;
}
