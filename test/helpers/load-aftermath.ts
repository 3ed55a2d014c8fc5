import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import type { Load } from './load-residents.ts';
import { judge, type Verdict } from './load-verdict.ts';
import type { LoadWorld } from './load-world.ts';

/** The bot's own records once it is idle. */
export interface Books {
  /** Events that no turn has handled, and messages that the bot has neither sent nor given up. */
  waitingEvents: number;
  waitingMessages: number;
  failedMessages: number;
  /** Messages that the bot sent more than once, because Zalo refused them or did not confirm them. */
  triedAgain: number;
}

interface AftermathParts {
  world: LoadWorld;
  load: Load;
  /** How long to wait for the last reply and the last row. */
  withinMs: number;
}

/** Lets a running bot finish its work, stops it and returns the verdict. */
export async function settle(parts: AftermathParts): Promise<{ verdict: Verdict; books: Books }> {
  const { world, load } = parts;
  const look = () => judge(world.simulator.platform, load.residents);
  const giveUpAt = performance.now() + parts.withinMs;
  while (look().lost > 0 && performance.now() < giveUpAt) await delay(500);
  for (;;) {
    await world.simulator.settled();
    await world.stopBots();
    const books = await readBooks(world);
    const isQuiet = books.waitingEvents + books.waitingMessages === 0;
    if (isQuiet || performance.now() > giveUpAt) return { verdict: look(), books };
    await world.startBots();
    await delay(5_000);
  }
}

async function readBooks(world: LoadWorld): Promise<Books> {
  const database = await world.openDatabase();
  try {
    return await countRows(database);
  } finally {
    await database.close();
  }
}

async function countRows({ db }: Database): Promise<Books> {
  const { rows } = await sql<Record<keyof Books, number>>`
    select
      (select count(*)::int from incoming_events where handled_at is null and kind = 'message') as "waitingEvents",
      count(*) filter (where state in ('pending', 'sending'))::int as "waitingMessages",
      count(*) filter (where state = 'failed')::int as "failedMessages",
      count(*) filter (where attempts > 1)::int as "triedAgain"
    from outgoing_messages`.execute(db);
  return rows[0] as Books;
}
