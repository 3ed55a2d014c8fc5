import { messageOf } from '../../errors.ts';
import { loadTickets } from '../store/load-tickets.ts';
import type { ServiceParts } from '../ticket-parts.ts';
import { withTickets } from '../with-tickets.ts';
import { runDueTimers } from './run-timer.ts';

/** Small, so that no delivery waits long behind it on the embedded database. */
const batchSize = 20;
/** Delay after a failure, so that one ticket neither blocks the others nor is retried without end. */
const putOffMs = 10 * 60_000;

/** Usual maximum of timers of one ticket that are due together; with more, a batch has fewer tickets. */
const timersEach = 5;

/**
 * Runs all timers that are due. One run at a time per process: a call during a run makes it repeat, because two
 * parallel runs would do the same work twice.
 * @returns a function that resolves to the number of tickets processed
 */
export function createRunDue(parts: ServiceParts): () => Promise<number> {
  let running: Promise<number> | undefined;
  let isAskedAgain = false;

  async function run(): Promise<number> {
    let count = 0;
    try {
      do {
        isAskedAgain = false;
        count += await runAll(parts);
      } while (isAskedAgain);
      return count;
    } finally {
      running = undefined;
    }
  }

  return () => {
    isAskedAgain = running !== undefined;
    running ??= run();
    return running;
  };
}

async function runAll(parts: ServiceParts): Promise<number> {
  let count = 0;
  for (;;) {
    const ids = await dueIds(parts);
    if (ids.length === 0) return count;
    const handled = await runMany(parts, ids);
    if (handled === 0) return count;
    count += handled;
  }
}

/** The tickets that are overdue longest. Reads one batch, however many are due. */
async function dueIds({ db, clock }: ServiceParts): Promise<number[]> {
  const rows = await db
    .selectFrom('ticket_timers')
    .select('ticket_id')
    .where('due_at', '<=', clock.now())
    .orderBy('due_at')
    .limit(batchSize * timersEach)
    .execute();
  return [...new Set(rows.map(({ ticket_id }) => ticket_id))].slice(0, batchSize);
}

async function runMany(parts: ServiceParts, ids: number[]): Promise<number> {
  try {
    return await runTogether(parts, ids);
  } catch (error) {
    if (ids.length === 1) return putOff(parts, ids, error);
    let count = 0;
    for (const id of ids) count += await runMany(parts, [id]);
    return count;
  }
}

/** One transaction. Tickets that another transaction has locked wait for the next round. */
function runTogether(parts: ServiceParts, ids: number[]): Promise<number> {
  return withTickets(parts, {
    load: (trx) => loadTickets(trx, (eb) => eb('id', 'in', ids), { skipLocked: true }),
    command(loaded, context) {
      for (const edit of loaded) runDueTimers(edit, context);
      return { result: loaded.length, changed: loaded };
    },
    ifNone: () => 0,
  });
}

async function putOff(parts: ServiceParts, ids: number[], error: unknown): Promise<number> {
  const { db, clock, alarm, logger } = parts;
  logger.error({ tickets: ids, reason: messageOf(error) }, 'the clocks of a ticket could not run');
  alarm.raise('job-failed', { detail: 'tick-tickets' });
  const now = clock.now();
  await db
    .updateTable('ticket_timers')
    .set({ due_at: now + putOffMs })
    .where('ticket_id', 'in', ids)
    .where('due_at', '<=', now)
    .execute();
  return ids.length;
}
