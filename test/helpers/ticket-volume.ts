import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { dayMs, minuteMs } from '../../src/durations.ts';
import { makeLoadContent } from './load-content.ts';
import { staffOffice } from './staffed-office.ts';
import { until } from './until.ts';
import { oaId, startWholeBot, type WholeBot } from './whole-bot.ts';

/** The longest time that one wait may take: generous, for a machine that is busy with other things too. */
const withinMs = 15 * 60_000;
/** The time-out of a test over many tickets. */
export const volumeTestMs = 25 * 60_000;
const lookAgainMs = 200;
/** Zalo accepts 4000 calls a minute of one app; each resident costs a message and a profile call. */
const residentsPerMinute = 2_000;
const writers = 24;
/** A step is longer than the window, so that the OA cannot write to residents in between. */
const stepDays = 3;
const days = 30;

interface VolumeOptions {
  /** How many residents ask for a person at once; `FOLLOW_UPS=1000` sets another number. */
  count: number;
  /** Settings of the bot beyond those of every test. */
  settings?: Record<string, string>;
}

/** What the database says after everybody has asked, and after 30 days without any member. */
export interface VolumeOutcome {
  asked: unknown;
  ended: unknown;
  /** Jobs that are still due at the end. */
  jobsDue: number;
}

/** Opens many tickets at once and lets 30 days pass. Prints its duration. */
export async function openManyTickets({ count, settings = {} }: VolumeOptions): Promise<VolumeOutcome> {
  const content = await makeLoadContent();
  const whole = await startWholeBot({ settings, locales: content.folder });
  try {
    const office = await staffOffice(whole);
    await whole.call('POST', '/sim/switches', {
      echoes: false,
      receipts: 'none',
      answerTimeoutMs: 60_000,
    });
    const report = createProgress();
    await askForPeople(whole, { count, village: office.village.name, report });
    const asked = await countOwnersAndTimers(whole);
    await passTime(whole, report);
    const ended = await countPending(whole);
    const jobsDue = await whole.bot.dependencies.queue.promoteDue(whole.clock.now());
    report('nothing is pending');
    return { asked, ended, jobsDue };
  } finally {
    await whole.stop();
    await content.remove();
  }
}

/** What `openManyTickets` returns if every ticket has one team and all its timers, and in the end none is pending. */
export function nothingForgotten(count: number): VolumeOutcome {
  return {
    asked: { tickets: count, residents: count, unowned: 0, unwatched: 0, unoffered: 0 },
    ended: { due: 0, unsaid: 0, unresolved: count, unowned: 0 },
    jobsDue: 0,
  };
}

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
  for (let passed = stepDays; passed <= days; passed += stepDays) {
    await whole.advance(stepDays * dayMs);
    const now = whole.clock.now();
    await pollSlowly(`no timer is overdue on day ${passed}`, async () => {
      const due = await db
        .selectFrom('ticket_timers')
        .select('ticket_id')
        .where('due_at', '<=', now)
        .limit(1)
        .executeTakeFirst();
      if (due) await whole.bot.dependencies.queue.promoteDue(now);
      return due === undefined;
    });
    report(`${passed} of ${days} days are over`);
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
