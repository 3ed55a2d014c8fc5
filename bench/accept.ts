import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTopicDirectory } from '../src/content/topic-directory.ts';
import { localesFolder } from '../src/i18n.ts';
import { createRandom, shuffle } from '../src/nlu/heads/random.ts';
import { type LoadWorld, type SetUp, startLoadWorld } from '../test/helpers/load-world.ts';
import { hasPostgres } from '../test/helpers/postgres-server.ts';
import { hasRedis } from '../test/helpers/redis-server.ts';
import type { LoadResult } from './load/generator.ts';
import { type LoadGenerator, startLoadGenerator } from './load/run-load.ts';
import { median } from './median.ts';

export interface AcceptFigures {
  /** The bare Express handler that only verifies the signature. */
  reference: { perSecond: number; p99Ms: number };
  /** Fastest round of the reference over its slowest: how noisy the machine was. */
  noise: number;
  setUps: Partial<Record<SetUp, SetUpFigures>>;
}

export interface SetUpFigures {
  /** The bot accepts deliveries and answers none of them. */
  paused: { perSecond: number; ratio: number; p99Ms: number };
  /** At a fixed rate, while the bot answers every message. */
  running: { perSecond: number; p50Ms: number; p99Ms: number; repliesPerSecond: number };
  /** The same while a stranger sends large forged bodies. */
  attacked: { perSecond: number; p50Ms: number; p99Ms: number };
}

export const connections = 128;
export const runningPerSecond = 200;
const rounds = 5;
const roundSeconds = 4;
const warmUpSeconds = 6;
export const forgedPerSecond = 100;
const runningSeconds = 30;
const attackedSeconds = 15;
const residents = Array.from({ length: 2_000 }, (_, index) =>
  String(6_000_000_000_000_000_000n + BigInt(index)),
);

type Print = (line: string) => void;

/** Measures how fast the bot accepts deliveries, beside a handler that only verifies the signature. */
export async function benchAccept(print: Print): Promise<AcceptFigures> {
  const generator = startLoadGenerator();
  const texts = readTexts();
  const setUps: SetUp[] = hasPostgres() && hasRedis() ? ['embedded', 'postgres-redis'] : ['embedded'];
  try {
    const paused = await benchPaused({ generator, texts, setUps, print });
    const figures: AcceptFigures['setUps'] = {};
    for (const setUp of setUps) {
      print(`${setUp}, answering, ${runningPerSecond} deliveries a second`);
      const answering = await benchRunning(generator, setUp, texts);
      figures[setUp] = { paused: paused.setUps[setUp] as SetUpFigures['paused'], ...answering };
    }
    return { reference: paused.reference, noise: paused.noise, setUps: figures };
  } finally {
    generator.close();
  }
}

interface PausedParts {
  generator: LoadGenerator;
  texts: string[];
  setUps: SetUp[];
  print: Print;
}

interface Contestant {
  name: SetUp | 'reference';
  port: number;
  results: LoadResult[];
}

/** Runs the contestants in turn, round by round, so that noise on the machine affects all of them alike. */
async function benchPaused({ generator, texts, setUps, print }: PausedParts) {
  const reference = await startReference();
  const worlds: LoadWorld[] = [];
  const contestants: Contestant[] = [{ name: 'reference', port: reference.port, results: [] }];
  try {
    for (const setUp of setUps) {
      const world = await startLoadWorld({
        setUp,
        paused: true,
        durable: true,
        settings: { LOG_LEVEL: 'error' },
      });
      worlds.push(world);
      await world.startBots();
      contestants.push({ name: setUp, port: portOf(world), results: [] });
    }
    const run = ({ port }: Contestant, seconds: number) =>
      generator.run({ port, seconds, connections, residents, texts });
    print('warming up');
    for (const contestant of contestants) await run(contestant, warmUpSeconds);
    for (let round = 1; round <= rounds; round += 1) {
      for (const contestant of contestants) {
        contestant.results.push(await run(contestant, roundSeconds));
        // The queue learns of new deliveries a little later; that must not disturb the next contestant.
        await delay(1_500);
      }
      print(`round ${round} of ${rounds}: ${contestants.map(lastRound).join(', ')}`);
    }
    return summarise(contestants);
  } finally {
    reference.stop();
    for (const world of worlds) await world.close();
  }
}

function lastRound({ name, results }: Contestant): string {
  return `${name} ${Math.round(results.at(-1)?.perSecond ?? 0)}/s`;
}

function summarise(contestants: Contestant[]) {
  const [reference, ...bots] = contestants as [Contestant, ...Contestant[]];
  const speeds = reference.results.map(({ perSecond }) => perSecond);
  const figuresOf = ({ results }: Contestant) => ({
    perSecond: median(results.map(({ perSecond }) => perSecond)),
    p99Ms: median(results.map(({ p99Ms }) => p99Ms)),
  });
  const ratioOf = ({ results }: Contestant) =>
    median(results.map(({ perSecond }, round) => perSecond / (speeds[round] as number)));
  return {
    reference: figuresOf(reference),
    noise: Math.max(...speeds) / Math.min(...speeds),
    setUps: Object.fromEntries(
      bots.map((bot) => [bot.name, { ...figuresOf(bot), ratio: ratioOf(bot) }]),
    ) as Partial<Record<SetUp, SetUpFigures['paused']>>,
  };
}

/**
 * Real content and real questions; the simulated Zalo echoes every reply and sends received and seen events.
 */
async function benchRunning(
  generator: LoadGenerator,
  setUp: SetUp,
  texts: string[],
): Promise<Pick<SetUpFigures, 'running' | 'attacked'>> {
  const settings = { LOG_LEVEL: 'error' };
  const world = await startLoadWorld({ setUp, durable: true, settings, locales: localesFolder });
  try {
    await world.startBots();
    const { people, apiCounts } = world.simulator.platform;
    for (const userId of residents) {
      const user = people.addUser({ name: 'Cư dân', userId });
      if (user) Object.assign(user, { lastInteractionAt: Date.now(), wrote: true });
    }
    const order = { port: portOf(world), connections, residents, texts, perSecond: runningPerSecond };
    await generator.run({ ...order, seconds: warmUpSeconds });
    const callsBefore = apiCounts.read().calls;
    const { perSecond, p50Ms, p99Ms } = await generator.run({ ...order, seconds: runningSeconds });
    const repliesPerSecond = (apiCounts.read().calls - callsBefore) / runningSeconds;
    const attacked = await generator.run({ ...order, seconds: attackedSeconds, forgedPerSecond });
    return { running: { perSecond, p50Ms, p99Ms, repliesPerSecond }, attacked };
  } finally {
    await world.close();
  }
}

function portOf({ botUrl }: LoadWorld): number {
  return Number(new URL(botUrl).port);
}

/** The examples of the content, as residents would ask them, in shuffled order. */
function readTexts(): string[] {
  const texts = createTopicDirectory(`${localesFolder}/vi`)
    .listExamples()
    .map(({ text }) => text);
  shuffle(texts, createRandom(1));
  return texts.slice(0, 500);
}

async function startReference(): Promise<{ port: number; stop(): void }> {
  const entry = fileURLToPath(new URL('./load/reference-server.ts', import.meta.url));
  const child = fork(entry, { execArgv: ['--import', 'tsx'] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { port, stop: () => child.disconnect() };
}
