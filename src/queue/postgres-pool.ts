import { runMigrations } from 'bullmq';
import type pg from 'pg';
import type { FaultLog } from './fault-log.ts';

const tablesReady = new WeakMap<pg.Pool, Promise<void>>();

/**
 * Creates or updates BullMQ's tables (schema `bullmq`), once per pool, in one transaction under BullMQ's own advisory
 * lock, so that processes that start together wait for each other.
 *
 * @throws Error when the pool's `search_path` leaves `bullmq` out
 */
export function ensureQueueTables(pool: pg.Pool): Promise<void> {
  const known = tablesReady.get(pool);
  if (known !== undefined) return known;
  const migrating = migrateQueueTables(pool);
  tablesReady.set(pool, migrating);
  migrating.catch(() => tablesReady.delete(pool));
  return migrating;
}

async function migrateQueueTables(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
    const { rows } = await client.query("select to_regclass('job') is not null as found");
    if (!rows[0].found) throw new Error("the pool's search_path must hold the schema bullmq, after public");
  } finally {
    client.release();
  }
}

/**
 * Wraps the pool for BullMQ. BullMQ pauses and retries only after an error that it takes for a lost connection, and the
 * only one it knows is ECONNREFUSED; after any other it retries at once, without a pause. Listeners and the end of the
 * pool stay with its owner.
 */
export function asQueuePool(pool: pg.Pool, onFault: FaultLog) {
  function rethrow(error: unknown): never {
    if (!isConnectionLost(error)) throw error;
    onFault(error);
    throw Object.assign(new Error('ECONNREFUSED: PostgreSQL is away'), {
      code: 'ECONNREFUSED',
      cause: error,
    });
  }
  const queuePool = {
    options: pool.options,
    query: (text: string, values?: unknown[]) => pool.query(text, values).catch(rethrow),
    connect: () => pool.connect().catch(rethrow),
    end: () => Promise.resolve(),
    on: () => queuePool,
    removeAllListeners: () => queuePool,
  };
  return queuePool;
}

/** SQLSTATE classes: 08 connection, 53 out of connections or memory, 57 shutdown or start in progress. */
const transientSqlStates = /^(08|53|57)/;

function isConnectionLost(error: unknown): boolean {
  const { severity, code } = error as { severity?: string; code?: string };
  const serverMessage = severity !== undefined && code !== undefined;
  return !serverMessage || transientSqlStates.test(code);
}
