import { localesFolder } from '../../src/i18n.ts';
import { createRandom, shuffle } from '../../src/nlu/seeded-random.ts';
import { deliver, textEvent } from '../helpers/deliveries.ts';
import { type Question, questionAnsweredBy, readQuestions } from '../helpers/load-questions.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine, startRedis } from '../helpers/redis-server.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const residents = 10;
const messagesEach = 20;
const deliveriesEach = 6;
const atOnce = 32;
const questions = readQuestions(process.env.TEST_LOCALES ?? localesFolder);

interface Servers {
  settings: Record<string, string>;
  close(): Promise<void>;
}

interface Asking {
  personId: string;
  /** In the order of Zalo's time. */
  asked: Question[];
}

function describeExactlyOnce(name: string, open: () => Promise<Servers>): void {
  describe(name, () => {
    let servers: Servers;
    let whole: WholeBot;
    beforeAll(async () => {
      servers = await open();
      // The worker of this process is started by hand.
      whole = await startWholeBot({ settings: { ROLE: 'web', ...servers.settings } });
    });
    afterAll(async () => {
      await whole.stop();
      await servers.close();
    });

    test('what came six times over while no worker ran is answered once each, in order', async () => {
      const asking = await people(whole);
      await deliverShuffled(whole, asking);
      await whole.bot.dependencies.worker.start();
      await whole.settled();
      for (const one of asking)
        expect(await answersTo(whole, one)).toEqual(one.asked.map(({ intent }) => intent));
    }, 60_000);

    test('what comes six times over while the worker runs is answered once each', async () => {
      const asking = await people(whole);
      await deliverShuffled(whole, asking);
      await whole.settled();
      for (const one of asking) {
        const answers = await answersTo(whole, one);
        expect(answers).toHaveLength(messagesEach);
        expect(new Set(answers)).toEqual(new Set(one.asked.map(({ intent }) => intent)));
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

/** A minute lies between two messages of one resident, so that they are a talk and not a flood. */
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
}

/** The intents of the answers on a resident's phone; an unexpected text as it is. */
async function answersTo({ simulator }: WholeBot, { personId }: Asking): Promise<string[]> {
  return simulator.platform.conversations
    .list(personId)
    .filter(({ from }) => from === 'oa')
    .map(({ text }) => questionAnsweredBy(text, questions)?.intent ?? text);
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
