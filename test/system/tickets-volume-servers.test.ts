import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine, startRedis } from '../helpers/redis-server.ts';
import { nothingForgotten, openManyTickets, volumeTestMs } from '../helpers/ticket-volume.ts';

const count = Number(process.env.FOLLOW_UPS ?? 10_000);

const missing = [...(hasPostgres() ? [] : [postgresInstallLine]), ...(hasRedis() ? [] : [redisInstallLine])];
const onServers = missing.length > 0 ? test.skip : test;
const hint = missing.length > 0 ? ` (needs: ${missing.join('; ')})` : '';

onServers(
  `each of ${count} follow-ups at once has one team and all its timers, and after 30 days nothing is pending, on PostgreSQL and Redis${hint}`,
  async () => {
    const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    try {
      const settings = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
      expect(await openManyTickets({ count, settings })).toEqual(nothingForgotten(count));
    } finally {
      await postgres.close();
      await redis.close();
    }
  },
  volumeTestMs,
);
