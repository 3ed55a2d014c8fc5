import { Redis } from 'ioredis';

/** How a Redis server is set up. */
export interface RedisFacts {
  version: string;
  /** Such as `noeviction`. */
  evictionPolicy: string;
  /** Whether it appends every change to a file. */
  hasAppendOnlyFile: boolean;
  /** Whether its last write to that file succeeded. */
  writesAppendOnlyFile: boolean;
  usedBytes: number;
  /** 0: no limit. */
  maxBytes: number;
}

const answerMs = 5000;

/**
 * Reads how a Redis server is set up, from INFO, which hosted servers allow too.
 * @throws Error when it cannot be reached or refuses
 */
export async function inspectRedis(url: string): Promise<RedisFacts> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: answerMs,
    commandTimeout: answerMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason: unknown;
  redis.on('error', (error) => {
    reason = error;
  });
  try {
    await redis.connect();
    return factsIn(await redis.info());
  } catch (error) {
    // ioredis itself only says that the connection is closed.
    throw reason ?? error;
  } finally {
    redis.disconnect();
  }
}

function factsIn(info: string): RedisFacts {
  const fields = new Map(
    info.split(/\r?\n/).flatMap((line) => {
      const [name = '', value] = line.split(':');
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const text = (name: string) => fields.get(name) ?? '';
  return {
    version: text('redis_version'),
    evictionPolicy: text('maxmemory_policy'),
    hasAppendOnlyFile: text('aof_enabled') === '1',
    writesAppendOnlyFile: text('aof_last_write_status') !== 'err',
    usedBytes: Number(text('used_memory')),
    maxBytes: Number(text('maxmemory')),
  };
}
