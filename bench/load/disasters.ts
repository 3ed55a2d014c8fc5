import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Random } from '../../src/nlu/heads/random.ts';
import type { LoadWorld } from '../../test/helpers/load-world.ts';

interface DisasterParts {
  world: LoadWorld;
  random: Random;
}

/** One failure; resolves when it is over, except for what the program has to recover by itself. */
type Disaster = (parts: DisasterParts) => Promise<void>;

const between = (random: Random, min: number, max: number) => min + random() * (max - min);

/** SIGKILL, and an immediate restart. */
const kill: Disaster = async ({ world, random }) => {
  const bot = world.bots[Math.floor(random() * world.bots.length)];
  await bot?.kill();
  await bot?.start();
};

/** The database accepts no statement for a while; an embedded one blocks the whole process. */
const stall: Disaster = async ({ world, random }) => {
  const stallMs = between(random, 200, 3_000);
  if (world.servers.length === 0) {
    for (const bot of world.bots) bot.freeze();
    await delay(stallMs);
    for (const bot of world.bots) bot.thaw();
    return;
  }
  const database = await world.openDatabase();
  await database.db.transaction().execute(async (trx) => {
    await sql`lock table incoming_events, conversations in access exclusive mode`.execute(trx);
    await delay(stallMs);
  });
  await database.close();
};

/** Many calls to Zalo fail, some of them after they took effect. */
const failingCalls: Disaster = async ({ world, random }) => {
  const { faults } = world.simulator.platform;
  faults.add({ kind: 'error', code: -200, rate: 0.1 });
  faults.add({ kind: 'http500', rate: 0.1 });
  faults.add({ kind: 'http500', rate: 0.1, accepted: true });
  faults.add({ kind: 'reset', rate: 0.1 });
  await delay(between(random, 1_000, 4_000));
  faults.clear();
};

const slowCalls: Disaster = async ({ world, random }) => {
  const { switches } = world.simulator.platform;
  switches.change({ latencyMs: between(random, 100, 1_500) });
  await delay(between(random, 1_000, 4_000));
  switches.change({ latencyMs: 0 });
};

/** By name; more likely ones appear more than once. */
const disasters = {
  kills: kill,
  stalls: stall,
  'failing Zalo': failingCalls,
  'slow Zalo': slowCalls,
} as const;
type DisasterName = keyof typeof disasters;
const weightedNames: DisasterName[] = ['kills', 'kills', 'stalls', 'failing Zalo', 'slow Zalo'];

export interface DisasterRun {
  /** How often each has happened so far. */
  counts: Record<DisasterName, number>;
  done: Promise<void>;
}

/** Causes one disaster after another for `seconds`, with short rests. */
export function startDisasters({ world, random, seconds }: DisasterParts & { seconds: number }): DisasterRun {
  const counts: Record<DisasterName, number> = { kills: 0, stalls: 0, 'failing Zalo': 0, 'slow Zalo': 0 };
  const endAt = performance.now() + seconds * 1000;

  async function run(): Promise<void> {
    while (performance.now() < endAt) {
      await delay(between(random, 200, 3_000));
      const name = weightedNames[Math.floor(random() * weightedNames.length)] as DisasterName;
      counts[name] += 1;
      await disasters[name]({ world, random });
    }
  }
  return { counts, done: run() };
}
