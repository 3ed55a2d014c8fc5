import type { Kysely } from 'kysely';
import NodeCache from 'node-cache';
import type { Tables } from '../database/schema.ts';
import { inBackground } from '../errors.ts';
import type { Logger } from '../logger.ts';

/** Knows which OAs are connected. The accept path asks it without waiting, even while the database is away. */
export interface OaDirectory {
  /** By the last read, which is a few seconds old at most while the database answers. */
  isConnected(oaId: string): boolean;
  /** Reads again, to find an OA that was just connected. @throws when the database is away */
  refresh(): Promise<void>;
  /** Records that an OA is alive; written at most once a minute. */
  markSeen(oaId: string, at: number): void;
}

const freshSeconds = 5;
const markEverySeconds = 60;

interface OaDirectoryParts {
  db: Kysely<Tables>;
  logger: Logger;
}

export function createOaDirectory({ db, logger }: OaDirectoryParts): OaDirectory {
  const cache = new NodeCache({ useClones: false, checkperiod: 0 });
  let connected: ReadonlySet<string> = new Set();
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    const rows = await db.selectFrom('oas').select('oa_id').execute();
    connected = new Set(rows.map((row) => row.oa_id));
  }

  function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  return {
    isConnected(oaId) {
      if (!cache.has('fresh')) {
        cache.set('fresh', true, freshSeconds);
        inBackground(refresh(), { logger, whatFailed: 'the connected OAs could not be read' });
      }
      return connected.has(oaId);
    },
    refresh,
    markSeen(oaId, at) {
      const key = `seen-${oaId}`;
      if (cache.has(key)) return;
      cache.set(key, true, markEverySeconds);
      const write = db.updateTable('oas').set({ last_event_at: at }).where('oa_id', '=', oaId).execute();
      inBackground(write, { logger, whatFailed: 'the time of the last event could not be written' });
    },
  };
}
