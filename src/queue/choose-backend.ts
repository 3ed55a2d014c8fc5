import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import type { QueueBackend } from './bull-backend.ts';

/** Where this installation keeps its queue: Redis if it has one, else its database. */
export function chooseBackend({ REDIS_URL, DATABASE_URL }: Config, pool: Pool): QueueBackend {
  if (REDIS_URL) return { kind: 'redis', url: REDIS_URL };
  return { kind: 'postgres', pool, exclusive: !DATABASE_URL };
}
