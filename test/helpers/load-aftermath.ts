import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import type { Load } from './load-residents.ts';
import { judge, type Verdict } from './load-verdict.ts';
import type { LoadWorld } from './load-world.ts';

/** The bot's own records once it is idle. */
export interface BotRecords {
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
export async function settleAndJudge(
  parts: AftermathParts,
): Promise<{ verdict: Verdict; records: BotRecords }> {
  const { world, load } = parts;
  const judgeNow = () => judge(world.simulator.platform, load.residents);
  const giveUpAt = performance.now() + parts.withinMs;
  while (judgeNow().lost > 0 && performance.now() < giveUpAt) await delay(500);
  for (;;) {
    await world.simulator.settled();
    await world.stopBots();
    const records = await readBotRecords(world);
    const isQuiet = records.waitingEvents + records.waitingMessages === 0;
    if (isQuiet || performance.now() > giveUpAt) return { verdict: judgeNow(), records };
    await world.startBots();
    await delay(5_000);
  }
}

async function readBotRecords(world: LoadWorld): Promise<BotRecords> {
  const database = await world.openDatabase();
  try {
    return await countRows(database);
  } finally {
    await database.close();
  }
}

async function countRows({ db }: Database): Promise<BotRecords> {
  const { rows } = await sql<Record<keyof BotRecords, number>>`
    select
      (select count(*)::int from incoming_events where handled_at is null and kind = 'message') as "waitingEvents",
      count(*) filter (where state in ('pending', 'sending'))::int as "waitingMessages",
      count(*) filter (where state = 'failed')::int as "failedMessages",
      count(*) filter (where attempts > 1)::int as "triedAgain"
    from outgoing_messages`.execute(db);
  return rows[0] as BotRecords;
}
