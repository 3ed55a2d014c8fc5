import { Command, InvalidArgumentError, Option } from 'commander';
import { formatTable } from '../src/cli/format-table.ts';
import { createRandom } from '../src/nlu/heads/random.ts';
import { type BotRecords, settleAndJudge } from '../test/helpers/load-aftermath.ts';
import { type Load, startLoad } from '../test/helpers/load-residents.ts';
import { judge, type Verdict } from '../test/helpers/load-verdict.ts';
import { type LoadWorld, type SetUp, startLoadWorld } from '../test/helpers/load-world.ts';
import { until } from '../test/helpers/until.ts';
import { type DisasterRun, startDisasters } from './load/disasters.ts';

/** `npm run chaos`: breaks everything for a while, then checks every resident's phone. */

interface ChaosOptions {
  seconds: number;
  seed: number;
  setUp: SetUp;
}

const residents = 200;
const messagesEach = 20;
/** Fewer than 15 messages a minute: the bot answers more as a flood, with one reply for all. */
const shortestPauseMs = 4_200;
const settleMs = 120_000;
const ladderMs = 2 * 60 * 60_000;
/** Zalo on a bad day: duplicates, wrong order, and a retry ladder scaled to a hundredth. */
const switches = { retryScale: 0.01, duplicateRate: 0.1, duplicateCopies: 2, reorder: true } as const;

const write = (text: string) => void process.stdout.write(text);

async function chaos({ seconds, seed, setUp }: ChaosOptions): Promise<boolean> {
  write(`${setUp}, ${seconds} s, seed ${seed}, ${residents} residents\n`);
  const random = createRandom(seed);
  const settledBy: Record<string, number> = {};
  const world = await startLoadWorld({
    setUp,
    switches,
    onLog({ msg, how }) {
      if (msg === 'an uncertain send was settled') settledBy[String(how)] = (settledBy[String(how)] ?? 0) + 1;
    },
  });
  try {
    await world.startBots();
    keepWebhookEnabled(world);
    const { platform } = world.simulator;
    const longestPauseMs = Math.max(2 * shortestPauseMs, (2_000 * seconds) / messagesEach);
    const load = startLoad({
      ...{ platform, random, residents, messagesEach, impatience: 0.2 },
      pauseMs: [shortestPauseMs, longestPauseMs],
    });
    const disasters = startDisasters({ world, random, seconds });
    const stopProgress = showProgress({ world, load, disasters, seconds });
    await disasters.done;
    load.stop();
    await letZaloFinish(world);
    const { verdict, records } = await settleAndJudge({ world, load, withinMs: settleMs });
    stopProgress();
    report({ verdict, records, settledBy, disasters });
    return verdict.lost === 0 && verdict.doubled === 0;
  } finally {
    await world.close();
  }
}

/** After the last retry Zalo disables the webhook, and an operator has to enable it again. */
function keepWebhookEnabled({ simulator: { platform } }: LoadWorld): void {
  platform.log.subscribe((entry) => {
    if (entry.kind === 'webhook' && !entry.enabled) platform.deliverer.configure({ enabled: true });
  });
}

/** Ends the duplicates and brings every delivery that waits for a retry at once. */
async function letZaloFinish({ simulator }: LoadWorld): Promise<void> {
  simulator.platform.switches.change({ duplicateRate: 0, reorder: false });
  await simulator.advance(ladderMs * switches.retryScale);
  const isDone = () => simulator.platform.deliverer.state().retrying === 0;
  await until('every delivery has been accepted', isDone, settleMs);
  await simulator.settled();
}

interface ProgressParts {
  world: LoadWorld;
  load: Load;
  disasters: DisasterRun;
  seconds: number;
}

function showProgress({ world, load, disasters, seconds }: ProgressParts): () => void {
  const startedAt = performance.now();
  const isTerminal = process.stdout.isTTY;
  const show = () => {
    const { written, accepted, answered, doubled } = judge(world.simulator.platform, load.residents);
    const passed = Math.round((performance.now() - startedAt) / 1000);
    const struck = Object.entries(disasters.counts).map(([name, count]) => `${name} ${count}`);
    const line = `${passed}/${seconds} s  written ${written}  accepted ${accepted}  answered ${answered}  doubled ${doubled}  ${struck.join('  ')}`;
    write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, isTerminal ? 500 : 5_000);
  return () => {
    clearInterval(timer);
    show();
    write('\n\n');
  };
}

interface Outcome {
  verdict: Verdict;
  records: BotRecords;
  settledBy: Record<string, number>;
  disasters: DisasterRun;
}

function report({ verdict, records, settledBy, disasters }: Outcome): void {
  const { examples, ...counts } = verdict;
  const gap = (settledBy.echo ?? 0) + (settledBy.record ?? 0);
  const rows = [
    ...Object.entries(disasters.counts),
    ...Object.entries(counts),
    ['said again, as it had not reached Zalo', settledBy.resent ?? 0],
    ['gap: had reached Zalo without our knowing', gap],
    ['events and messages left waiting', records.waitingEvents + records.waitingMessages],
  ];
  write(
    `${formatTable(
      ['what', 'how many'],
      rows.map(([what, count]) => [String(what), String(count)]),
    )}\n`,
  );
  for (const example of examples) write(`  ${example}\n`);
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 on');
  return value;
}

const { seconds, seed, setUp } = new Command('chaos')
  .description('Breaks everything for a while; exits with 1 when a message was lost or answered twice.')
  .option('--seconds <number>', 'for how long', positive, 60)
  .option('--seed <number>', 'what to break when; by chance unless given', positive)
  .addOption(
    new Option('--set-up <name>', 'what the bot runs on')
      .choices(['embedded', 'postgres-redis'])
      .default('embedded'),
  )
  .parse()
  .opts<Omit<ChaosOptions, 'seed'> & { seed?: number }>();
const isWell = await chaos({ seconds, setUp, seed: seed ?? 1 + Math.floor(Math.random() * 1e6) });
process.exit(isWell ? 0 : 1);
