import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { dayMs, minuteMs } from '../../src/durations.ts';
import { makeLoadContent } from '../helpers/load-content.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine, type ServerUnderTest, startRedis } from '../helpers/redis-server.ts';
import { staffOffice } from '../helpers/staffed-office.ts';
import { until } from '../helpers/until.ts';
import { oaId, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/**
 * `FOLLOW_UPS=1000` sets another number of tickets. The embedded database serves small offices, so it gets fewer. The
 * test prints its duration and never asserts it.
 */
const counts = {
  embedded: Number(process.env.FOLLOW_UPS ?? 3_000),
  servers: Number(process.env.FOLLOW_UPS ?? 10_000),
};
/** Generous, for a machine that is busy with other things too. */
const withinMs = 15 * 60_000;
const testMs = 25 * 60_000;
const lookAgainMs = 200;
/** Zalo accepts 4000 calls a minute of one app; each resident costs a message and a profile call. */
const residentsPerMinute = 2_000;
const writers = 24;
/** A step is longer than the window, so that the OA cannot write to residents in between. */
const stepDays = 3;
const days = 30;

interface Servers {
  settings: Record<string, string>;
  close(): Promise<void>;
}

const embedded: () => Promise<Servers> = async () => ({ settings: {}, close: async () => undefined });

async function scaledOut(): Promise<Servers> {
  const servers: ServerUnderTest[] = [await startPostgres(), await startRedis()];
  const [postgres, redis] = servers;
  return {
    settings: { DATABASE_URL: postgres?.url ?? '', REDIS_URL: redis?.url ?? '' },
    async close() {
      for (const server of servers) await server.close();
    },
  };
}

const isServed = hasPostgres() && hasRedis();
if (!isServed) {
  process.stderr.write(`left out without servers: ${postgresInstallLine}; ${redisInstallLine}\n`);
}

describe.each([
  [counts.embedded, 'the embedded database', embedded, true],
  [counts.servers, 'PostgreSQL and Redis', scaledOut, isServed],
])('%d follow-ups at once, on %s', (count, _name, openServers, isPossible) => {
  const maybe = isPossible ? test : test.skip;

  maybe(
    'every follow-up has one team and all its timers, and after 30 days nothing is pending',
    async () => {
      const servers = await openServers();
      const content = await makeLoadContent();
      const whole = await startWholeBot({ settings: servers.settings, locales: content.folder });
      try {
        const office = await staffOffice(whole);
        await whole.call('POST', '/sim/switches', {
          echoes: false,
          receipts: 'none',
          answerTimeoutMs: 60_000,
        });
        const report = createProgress();
        await askForPeople(whole, { count, village: office.village.name, report });
        expect(await countOwnersAndTimers(whole)).toEqual({
          tickets: count,
          residents: count,
          unowned: 0,
          unwatched: 0,
          unoffered: 0,
        });
        await passTime(whole, report);
        expect(await countPending(whole)).toEqual({ due: 0, unsaid: 0, unresolved: count, unowned: 0 });
        expect(await whole.bot.dependencies.queue.promoteDue(whole.clock.now())).toBe(0);
        report('nothing is pending');
      } finally {
        await whole.stop();
        await content.remove();
        await servers.close();
      }
    },
    testMs,
  );
});

type Report = (what: string) => void;

/** Prints progress with the seconds since the first resident wrote. */
function createProgress(): Report {
  const startedAt = performance.now();
  return (what) => {
    process.stderr.write(`${what} after ${Math.round((performance.now() - startedAt) / 1000)} s\n`);
  };
}

/** Every resident writes once; half of them name their village. */
async function askForPeople(
  whole: WholeBot,
  { count, village, report }: { count: number; village: string; report: Report },
): Promise<void> {
  const { people } = whole.simulator.platform;
  const texts = ['cho tôi gặp cán bộ', `tôi ở thôn ${village}, cho tôi gặp cán bộ`];
  for (let from = 0; from < count; from += residentsPerMinute) {
    const size = Math.min(residentsPerMinute, count - from);
    const ids = Array.from({ length: size }, () => people.addUser({ name: 'Người thử', oaId })?.userId ?? '');
    const waiting = [...ids.entries()];
    const write = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [at, userId] = next;
        await whole.call('POST', `/sim/users/${userId}/messages`, { text: texts[at % texts.length] });
      }
    };
    await Promise.all(Array.from({ length: writers }, write));
    await settled(whole, from + size);
    report(`${from + size} of ${count} are open`);
    await whole.advance(minuteMs);
  }
}

async function settled(whole: WholeBot, tickets: number): Promise<void> {
  const { db } = whole.bot.dependencies.database;
  await pollSlowly(`${tickets} follow-ups are open`, async () => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from tickets`.execute(db);
    return rows[0]?.count === tickets;
  });
  await awaitNotices(whole);
  await whole.settled();
}

/** Polls rarely, as each poll makes the database count rows. */
async function pollSlowly(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  await until(what, async () => (await isTrue()) || (await delay(lookAgainMs, false)), withinMs);
}

async function awaitNotices(whole: WholeBot): Promise<void> {
  const { db } = whole.bot.dependencies.database;
  const now = whole.clock.now();
  await pollSlowly('members are told what is due', async () => {
    const dueNotice = await db
      .selectFrom('member_notices')
      .select('id')
      .where('told_at', 'is', null)
      .where('due_at', '<=', now)
      .limit(1)
      .executeTakeFirst();
    if (dueNotice) await whole.bot.dependencies.queue.promoteDue(now);
    return dueNotice === undefined;
  });
}

/** Members leave every ticket alone. */
async function passTime(whole: WholeBot, report: Report): Promise<void> {
  const { db } = whole.bot.dependencies.database;
  for (let passed = 0; passed < days; passed += stepDays) {
    await whole.advance(stepDays * dayMs);
    const now = whole.clock.now();
    await pollSlowly(`no timer is overdue on day ${passed + stepDays}`, async () => {
      const due = await db
        .selectFrom('ticket_timers')
        .select('ticket_id')
        .where('due_at', '<=', now)
        .limit(1)
        .executeTakeFirst();
      if (due) await whole.bot.dependencies.queue.promoteDue(now);
      return due === undefined;
    });
    report(`${passed + stepDays} of ${days} days are over`);
  }
  await awaitNotices(whole);
  await whole.settled();
}

async function countOwnersAndTimers(whole: WholeBot): Promise<unknown> {
  const { rows } = await sql`
    select count(*)::int as tickets, count(distinct conversation_id)::int as residents,
      count(*) filter (where team_id is null)::int as unowned,
      count(*) filter (where (
        select count(*) from ticket_timers c where c.ticket_id = t.id
          and c.kind in ('first-warning', 'first-answer', 'resolution-warning', 'resolution', 'offer', 'window-shut')
      ) <> 6)::int as unwatched,
      count(*) filter (where not exists (
        select 1 from ticket_timers c where c.ticket_id = t.id and c.kind = 'offer'))::int as unoffered
    from tickets t`.execute(whole.bot.dependencies.database.db);
  return rows[0];
}

async function countPending(whole: WholeBot): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*)::int from ticket_timers where due_at <= ${whole.clock.now()}) as due,
      (select count(*)::int from outgoing_messages where state in ('pending', 'sending')) as unsaid,
      (select count(*)::int from tickets where status <> 'resolved') as unresolved,
      (select count(*)::int from tickets where team_id is null) as unowned`.execute(
    whole.bot.dependencies.database.db,
  );
  return rows[0];
}
