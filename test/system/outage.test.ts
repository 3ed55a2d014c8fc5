import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '../../src/nlu/heads/random.ts';
import { settleAndJudge } from '../helpers/load-aftermath.ts';
import { type Load, type LoadOptions, startLoad } from '../helpers/load-residents.ts';
import { verdictLine } from '../helpers/load-verdict.ts';
import { type LoadWorld, type SetUp, startLoadWorld } from '../helpers/load-world.ts';
import { hasPostgres, postgresInstallLine } from '../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine } from '../helpers/redis-server.ts';

const missing = [...(hasPostgres() ? [] : [postgresInstallLine]), ...(hasRedis() ? [] : [redisInstallLine])];
const onServers = missing.length > 0 ? test.skip : test;
const hint = missing.length > 0 ? ` (needs: ${missing.join('; ')})` : '';

const traffic: LoadOptions = { residents: 200, messagesEach: 8, pauseMs: [500, 12_000] };
const beforeMs = 8_000;
const outageMs = 30_000;

interface Outage {
  setUp: SetUp;
  begin(world: LoadWorld): Promise<void>;
  end(world: LoadWorld): Promise<void>;
}

/** Residents write before, during and after an outage. */
async function writeThrough({ setUp, begin, end }: Outage) {
  const world = await startLoadWorld({ setUp });
  try {
    await world.startBots();
    const { platform } = world.simulator;
    const load: Load = startLoad({ platform, random: createRandom(7), ...traffic });
    await delay(beforeMs);
    await begin(world);
    const writtenBefore = countWritten(load);
    await delay(outageMs);
    const writtenMeanwhile = countWritten(load) - writtenBefore;
    await end(world);
    await load.done;
    const { verdict, records } = await settleAndJudge({ world, load, withinMs: 120_000 });
    const { failed } = platform.deliverer.counts();
    const spoolFiles = (await readdir(world.dataDir)).filter((name) => name.startsWith('spool'));
    process.stderr.write(`${verdictLine(verdict)}; ${writtenMeanwhile} written during the outage\n`);
    return { verdict, records, writtenMeanwhile, failedDeliveries: failed, spoolFiles };
  } finally {
    await world.close();
  }
}

function countWritten({ residents }: Load): number {
  return residents.reduce((sum, { written }) => sum + written.length, 0);
}

const everythingAnsweredOnce = {
  verdict: expect.objectContaining({
    accepted: traffic.residents * traffic.messagesEach,
    lost: 0,
    doubled: 0,
    disordered: 0,
    strange: 0,
    examples: [],
  }),
  records: expect.objectContaining({ waitingEvents: 0, waitingMessages: 0, failedMessages: 0 }),
  failedDeliveries: 0,
  spoolFiles: [],
};

describe(`an outage of ${outageMs / 1000} s while ${traffic.residents} residents write`, () => {
  onServers(`of PostgreSQL and Redis costs no delivery and no reply${hint}`, async () => {
    const outcome = await writeThrough({
      setUp: 'postgres-redis',
      begin: ({ servers }) => forEach(servers, (server) => server.stop()),
      end: ({ servers }) => forEach(servers, (server) => server.start()),
    });
    expect(outcome).toMatchObject(everythingAnsweredOnce);
    expect(outcome.writtenMeanwhile).toBeGreaterThan(traffic.residents);
  });

  test("an outage of Zalo's sending loses no reply and sends nothing twice", async () => {
    const outcome = await writeThrough({
      setUp: 'embedded',
      async begin({ simulator }) {
        // Zalo answers no call; half of the calls take effect all the same.
        simulator.platform.faults.add({ kind: 'timeout', rate: 0.5, accepted: false });
        simulator.platform.faults.add({ kind: 'timeout', rate: 1, accepted: true });
      },
      async end({ simulator }) {
        simulator.platform.faults.clear();
      },
    });
    expect(outcome).toMatchObject(everythingAnsweredOnce);
    expect(outcome.writtenMeanwhile).toBeGreaterThan(traffic.residents);
  });
});

async function forEach<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  await Promise.all(items.map(act));
}
