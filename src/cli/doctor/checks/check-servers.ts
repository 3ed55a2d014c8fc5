import type { ServerFacts } from '../../../database/inspection/inspect-server.ts';
import type { RedisFacts } from '../../../queue/inspect-redis.ts';
import { type Facts, isUnreadable } from '../facts.ts';
import type { Line } from '../line-levels.ts';

/** PostgreSQL 13 is the oldest with what the tables use and with security updates until lately. */
const minPostgres = 130_000;
/** Connections of one process: its pool, and that of the accept path. */
const connectionsPerProcess = 24;
/** PostgreSQL's `superuser_reserved_connections`. */
const reservedConnections = 3;
const maxUsedShare = 0.8;
/** BullMQ's own minimum. */
const minRedis = [6, 2] as const;
const maxMemoryShare = 0.8;

/** The database and Redis: whether they answer, and whether they are set up as the program needs. */
export function checkServers({ database, redis, settings }: Facts): Line[] {
  const processes = !isUnreadable(settings) && settings.ROLE !== 'all' ? 2 : 1;
  return [
    ...(database === undefined ? [] : databaseLines(database, processes)),
    ...(redis === undefined ? [] : redisLines(redis)),
  ];
}

function databaseLines(found: NonNullable<Facts['database']>, processes: number): Line[] {
  if (found === 'embedded') return [{ id: 'database-embedded' }];
  if (isUnreadable(found)) return [{ id: 'database-unusable', values: { reason: found.fault } }];
  const faults = [...serverFaults(found), ...connectionFaults(found, processes), ...tableFaults(found)];
  return faults.length > 0 ? faults : [{ id: 'database-server', values: { version: found.version } }];
}

function serverFaults({ version, versionNumber, encoding, isDurable }: ServerFacts): Line[] {
  const lines: Line[] = [];
  if (versionNumber < minPostgres) lines.push({ id: 'database-too-old', values: { version } });
  if (encoding !== 'UTF8') lines.push({ id: 'database-not-utf8', values: { encoding } });
  if (!isDurable) lines.push({ id: 'database-not-durable' });
  return lines;
}

function connectionFaults({ maxConnections, usedConnections }: ServerFacts, processes: number): Line[] {
  const needed = processes * connectionsPerProcess + reservedConnections;
  const values = { max: maxConnections, used: usedConnections, needed };
  if (maxConnections < needed) return [{ id: 'database-few-connections', values }];
  const isCrowded = usedConnections > maxConnections * maxUsedShare;
  return isCrowded ? [{ id: 'database-connections-used', values }] : [];
}

function tableFaults({ newerTables, missingTables }: ServerFacts): Line[] {
  if (newerTables.length > 0) return [{ id: 'tables-newer', values: { names: newerTables.join(', ') } }];
  if (missingTables.length > 0) return [{ id: 'tables-older', values: { names: missingTables.join(', ') } }];
  return [];
}

function redisLines(found: NonNullable<Facts['redis']>): Line[] {
  if (isUnreadable(found)) return [{ id: 'redis-unusable', values: { reason: found.fault } }];
  const faults = redisFaults(found);
  return faults.length > 0 ? faults : [{ id: 'redis-ok', values: { version: found.version } }];
}

function redisFaults(found: RedisFacts): Line[] {
  const lines: Line[] = [];
  const [major = 0, minor = 0] = found.version.split('.').map(Number);
  if (major < minRedis[0] || (major === minRedis[0] && minor < minRedis[1])) {
    lines.push({ id: 'redis-too-old', values: { version: found.version, needed: minRedis.join('.') } });
  }
  if (found.evictionPolicy !== 'noeviction') {
    lines.push({ id: 'redis-evicts', values: { policy: found.evictionPolicy } });
  }
  if (!found.hasAppendOnlyFile) lines.push({ id: 'redis-no-aof' });
  else if (!found.writesAppendOnlyFile) lines.push({ id: 'redis-aof-failing' });
  if (found.maxBytes > 0 && found.usedBytes > found.maxBytes * maxMemoryShare) {
    lines.push({ id: 'redis-memory-used' });
  }
  return lines;
}
