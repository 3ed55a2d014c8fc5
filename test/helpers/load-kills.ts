import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../src/nlu/classifier/train-head.ts';
import type { BotProcess } from './bot-process.ts';

interface KillParts {
  bots: readonly BotProcess[];
  /** How often, all processes together. */
  kills: number;
  random: Random;
  /** Shortest and longest life of a process once it has started, in ms. */
  lifeMs: readonly [number, number];
}

/** Share of the kills that hit a process while it starts. */
const duringStart = 0.15;
const longestStartMs = 2_500;

/**
 * Kills running bots at random moments and starts each again at once, the processes independently of each
 * other; all are running again in the end.
 */
export async function killAtRandom({ bots, kills, ...parts }: KillParts): Promise<void> {
  const shareOf = (index: number) => Math.floor((kills + index) / bots.length);
  await Promise.all(bots.map((bot, index) => killOne(bot, shareOf(index), parts)));
}

async function killOne(
  bot: BotProcess,
  kills: number,
  { random, lifeMs: [least, most] }: Pick<KillParts, 'random' | 'lifeMs'>,
): Promise<void> {
  for (let killed = 0; killed < kills; killed += 1) {
    await delay(least + random() * (most - least));
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
