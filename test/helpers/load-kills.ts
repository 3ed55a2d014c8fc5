import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../src/nlu/heads/random.ts';
import type { BotProcess } from './bot-process.ts';

interface KillParts {
  bots: readonly BotProcess[];
  /** Number of kills over all processes. */
  kills: number;
  random: Random;
  /** Shortest and longest time from a process's start to its kill, in ms. */
  lifeMs: readonly [number, number];
}

/** Share of the kills that hit a process during its start. */
const duringStart = 0.15;
const longestStartMs = 2_500;

/**
 * Kills running bots at random moments and restarts each at once, each process independently; at the end all
 * are running again.
 */
export async function killAtRandom({ bots, kills, ...parts }: KillParts): Promise<void> {
  const shareOf = (index: number) => Math.floor((kills + index) / bots.length);
  await Promise.all(bots.map((bot, index) => killOne(bot, shareOf(index), parts)));
}

async function killOne(
  bot: BotProcess,
  kills: number,
  { random, lifeMs: [min, max] }: Pick<KillParts, 'random' | 'lifeMs'>,
): Promise<void> {
  for (let killed = 0; killed < kills; killed += 1) {
    await delay(min + random() * (max - min));
    await bot.kill();
    if (random() < duringStart && killed + 1 < kills) {
      const start = bot.start().catch(() => undefined);
      await delay(random() * longestStartMs);
      await bot.kill();
      await start;
      killed += 1;
    }
    await bot.start();
  }
}
