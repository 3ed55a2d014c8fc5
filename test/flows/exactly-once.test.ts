import { createRandom, shuffle } from '../../src/nlu/heads/random.ts';
import { deliver, textEvent } from '../helpers/deliveries.ts';
import { makeLoadContent, type Question, questions } from '../helpers/load-content.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine, startRedis } from '../helpers/redis-server.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const residents = 10;
const messagesEach = 20;
const deliveriesEach = 6;
const atOnce = 32;

interface Servers {
  settings: Record<string, string>;
  close(): Promise<void>;
}

interface Asking {
  personId: string;
  /** In the order of Zalo's timestamps. */
  asked: Question[];
}

function describeExactlyOnce(name: string, open: () => Promise<Servers>): void {
  describe(name, () => {
    let servers: Servers;
    let content: Awaited<ReturnType<typeof makeLoadContent>>;
    let whole: WholeBot;
    beforeAll(async () => {
      servers = await open();
      content = await makeLoadContent();
      // The test starts the worker of this process itself.
      const settings = { ROLE: 'web', ...servers.settings };
      const simulator = { switches: { receipts: 'none' as const } };
      whole = await startWholeBot({ settings, locales: content.folder, simulator });
    }, 60_000);
    afterAll(async () => {
      await whole.stop();
      await content.remove();
      await servers.close();
    });

    test('messages delivered six times while no worker runs are answered once each, in order', async () => {
      const asking = await people(whole);
      await deliverShuffled(whole, asking);
      await whole.bot.dependencies.worker.start();
      await whole.settled();
      for (const one of asking) expect(repliesTo(whole, one)).toEqual(one.asked.map(({ reply }) => reply));
    }, 60_000);

    test('messages delivered six times while the worker runs are answered once each', async () => {
      const asking = await people(whole);
      await deliverShuffled(whole, asking);
      await whole.settled();
      for (const one of asking) {
        const replies = repliesTo(whole, one);
        expect(replies).toHaveLength(messagesEach);
        expect(new Set(replies)).toEqual(new Set(one.asked.map(({ reply }) => reply)));
      }
    }, 60_000);
  });
}

async function people(whole: WholeBot): Promise<Asking[]> {
  const asking: Asking[] = [];
  for (let index = 0; index < residents; index += 1) {
    const { userId: personId } = await whole.newResident(`Resident ${index}`);
    Object.assign(whole.simulator.platform.people.users.get(personId) ?? {}, {
      lastInteractionAt: whole.clock.now(),
    });
    const asked = Array.from(
      { length: messagesEach },
      (_, at) => questions[(index * 3 + at) % questions.length],
    );
    asking.push({ personId, asked: asked as Question[] });
  }
  return asking;
}

/** One minute apart for each resident, so that the messages do not count as a flood. */
async function deliverShuffled(whole: WholeBot, asking: Asking[]): Promise<void> {
  const startedAt = whole.clock.now() - messagesEach * 60_000;
  const bodies = asking.flatMap(({ personId, asked }) =>
    asked.map(({ text }, index) => {
      const messageId = `m-${personId}-${index}`;
      return textEvent({ personId, text, messageId, at: startedAt + index * 60_000 });
    }),
  );
  const deliveries = Array.from({ length: deliveriesEach }, () => bodies).flat();
  shuffle(deliveries, createRandom(7));
  while (deliveries.length > 0) {
    const statuses = await Promise.all(deliveries.splice(0, atOnce).map((body) => deliver(whole, body)));
    expect(new Set(statuses)).toEqual(new Set([200]));
  }
  // On a slow machine some deliveries are spooled to disk.
  await whole.bot.dependencies.webhook.drainSpool();
}

/** The replies on a resident's phone, without the source line. */
function repliesTo({ simulator }: WholeBot, { personId }: Asking): string[] {
  return simulator.platform.conversations
    .list(personId)
    .filter(({ from }) => from === 'oa')
    .map(({ text }) => text.split('\n')[0] as string);
}

describeExactlyOnce('on the embedded database', async () => ({ settings: {}, close: async () => undefined }));

if (hasPostgres() && hasRedis()) {
  describeExactlyOnce('on PostgreSQL and Redis', async () => {
    const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    return {
      settings: { DATABASE_URL: postgres.url, REDIS_URL: redis.url },
      async close() {
        await Promise.all([postgres.close(), redis.close()]);
      },
    };
  });
} else {
  describe.skip(`on PostgreSQL and Redis (needs: ${postgresInstallLine}; ${redisInstallLine})`, () =>
    test('is there', () => undefined));
}
