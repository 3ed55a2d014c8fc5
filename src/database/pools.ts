import { Pool, type PoolConfig } from 'pg';
import type { Logger } from '../logger.ts';
import type { EmbeddedServer } from './embedded/embedded-server.ts';
import { numberTypes } from './number-types.ts';
import { createClientClass } from './postgres-client.ts';
import { RepeatingClient } from './repeating-client.ts';
import type { ReportSlowStatement } from './slow-statements.ts';

export interface Pools {
  pool: Pool;
  urgent: Pool;
}

/** Enough for every worker's LISTEN connection beside the running statements. */
const size = 20;
const urgentSize = 4;
export const idleInTransactionMs = 30_000;

/** Pools of connections to the embedded database. The urgent pool's statements go before the other's. */
export function createEmbeddedPools({ server, logger }: { server: EmbeddedServer; logger: Logger }): Pools {
  const poolOf = (max: number, urgent: boolean) =>
    createPool(
      {
        max,
        user: 'postgres',
        database: 'postgres',
        stream: () => server.connect({ urgent }),
        Client: RepeatingClient,
      },
      logger,
    );
  return { pool: poolOf(size, false), urgent: poolOf(urgentSize, true) };
}

interface PostgresPoolParts {
  databaseUrl: string;
  logger: Logger;
  slowQueryMs: number;
  reportSlowStatement: ReportSlowStatement;
}

/** Pools of connections to a PostgreSQL server; the urgent one is the accept path's own. */
export function createPostgresPools({ databaseUrl, logger, ...limits }: PostgresPoolParts): Pools {
  const config: PoolConfig = {
    connectionString: withOptions(databaseUrl),
    application_name: 'cau-noi',
    keepAlive: true,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    Client: createClientClass({ ...limits, connectionTimeoutMs: 2000 }),
  };
  return {
    pool: createPool({ ...config, max: size }, logger),
    urgent: createPool({ ...config, max: urgentSize }, logger),
  };
}

/**
 * Adds BullMQ's schema to the search path, beside the options that the address already has. Compiling statements takes
 * longer than any of ours runs.
 */
function withOptions(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = [url.searchParams.get('options'), '-c search_path=public,bullmq -c jit=off'];
  url.searchParams.set('options', options.filter(Boolean).join(' '));
  return url.href;
}

function createPool(config: PoolConfig, logger: Logger): Pool {
  const pool = new Pool({ ...config, types: numberTypes });
  // Without its own listener, a client that loses its server between two statements ends the process.
  pool.on('connect', (client) => {
    client.on('error', (error) => logger.warn({ reason: error.message }, 'a database connection was lost'));
  });
  pool.on('error', () => undefined);
  return pool;
}
