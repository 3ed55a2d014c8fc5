import type { ActorParts } from '../actor/actor-parts.ts';
import { dayMs } from '../durations.ts';
import type { Processor } from '../queue/job-queue.ts';
import { eraseRequested } from '../retention/erase-person.ts';
import { removeOld } from '../retention/remove-old.ts';

/** Rounds of one run; what is left waits for the next. */
const maxRounds = 20;

interface EraseParts extends ActorParts {
  retentionDays: number;
  /** Of what could not be stored. */
  forgetRejected(before: number): Promise<number>;
}

/** Erases who asked for it, and what is older than the office keeps. */
export function createEraseData(parts: EraseParts): Processor<'erase-data'> {
  return async () => {
    const { db, clock, logger, retentionDays } = parts;
    const now = clock.now();
    const erased = await repeated(() => eraseRequested({ db, now }));
    const before = now - retentionDays * dayMs;
    const removed = (await repeated(() => removeOld({ db, before }))) + (await parts.forgetRejected(before));
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
