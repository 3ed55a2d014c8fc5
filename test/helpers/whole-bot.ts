import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type BotProcess, startBot } from '../../src/bot.ts';
import { type AdjustableClock, createAdjustableClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import { silentLogger } from '../../src/logger.ts';
import { connectOa } from '../../src/zalo/auth/connect-oa.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../tools/simulator/simulator.ts';
import { modelFolder } from './model-folder.ts';
import { officeKnowledge } from './office.ts';
import { createTestDatabase } from './test-database.ts';
import { until } from './until.ts';

export const appId = '4103557029146681245';
export const oaSecretKey = 'demo-OA-secret-key-not-real';
export const oaId = '1872450913366021547';
export const otherOaId = '1872450913366021548';
/** A Wednesday morning. */
export const startAt = Date.parse('2026-10-07T08:00:00+07:00');

/** Settings of a bot that is connected to a simulator. */
export function testSettings(simulatorUrl: string, more: Record<string, string> = {}) {
  return {
    PORT: '0',
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: 'demo-app-secret-not-real',
    ZALO_OA_SECRET_KEY: oaSecretKey,
    ZALO_OPENAPI_URL: simulatorUrl,
    ZALO_OAUTH_URL: simulatorUrl,
    ENCRYPTION_KEY: '00'.repeat(32),
    LOG_LEVEL: 'silent',
    ORIGIN: 'test',
    ...more,
  };
}

/** A message as the simulator shows it on the resident's phone. */
export interface PhoneMessage {
  id: string;
  from: 'user' | 'oa';
  text: string;
  buttons: { title: string; type: string; payload: unknown }[];
  attachments: { type: string; url?: string }[];
  at: number;
  state: string;
}

export interface Resident {
  userId: string;
  write(text: string, quoteMessageId?: string): Promise<void>;
  /** Taps the button with this title on the newest message that has it. */
  tap(title: string): Promise<void>;
  /** Any other action of a person, by its event name. */
  act(eventName: string, body?: object): Promise<void>;
  messages(): Promise<PhoneMessage[]>;
  /** The OA's messages, oldest first, once the bot is idle. */
  heard(): Promise<PhoneMessage[]>;
  /** The OA's messages since the last call of this. */
  news(): Promise<PhoneMessage[]>;
}

export interface WholeBot {
  bot: BotProcess;
  simulator: Simulator;
  simulatorUrl: string;
  botUrl: string;
  clock: AdjustableClock;
  dataDir: string;
  newResident(name?: string, fields?: object): Promise<Resident>;
  /** Resolves when every delivery is answered and no conversation has due work. */
  settled(): Promise<void>;
  /** Moves the clock of the bot and the simulator and does what is due by then. */
  advance(ms: number): Promise<void>;
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

interface WholeBotOptions {
  settings?: Record<string, string>;
  simulator?: Partial<SimulatorOptions>;
  locales?: string;
  /** The clock runs by itself instead of standing still until moved. */
  runningClock?: boolean;
  /** The time at which a still clock stands, epoch ms. */
  at?: number;
  /**
   * How long the beginning of a question waits for its rest; 0 by default, as tests send nothing in between.
   */
  moreWaitMs?: number;
}

/** What the bot has yet to do. */
interface Work {
  hasEvents: boolean;
  /** A timer or a notice to a member is due. */
  hasDue: boolean;
  /** Whether a message that is to be sent now was put off before; null when there is none to be sent. */
  wasUnsentPutOff: boolean | null;
}

/**
 * The bot and a simulated Zalo with two connected OAs, in this process, on an in-memory embedded database. Zalo sends
 * receipts only where a test asks for them: two more deliveries for each message.
 */
export async function startWholeBot(options: WholeBotOptions = {}): Promise<WholeBot> {
  const locales = options.locales ?? process.env.TEST_LOCALES;
  const base = options.runningClock ? undefined : { now: () => options.at ?? startAt };
  const clock = createAdjustableClock(base);
  const dataDir = await mkdtemp(join(tmpdir(), 'cau-noi-bot-'));
  let promote: () => Promise<unknown> = async () => undefined;
  const simulator = createSimulator({
    clock,
    logger: silentLogger,
    appId,
    appSecret: 'demo-app-secret-not-real',
    oaSecretKey,
    webhookUrl: 'http://127.0.0.1:1/webhooks/zalo',
    oas: [
      { oaId, name: 'Xã Thử Một' },
      { oaId: otherOaId, name: 'Xã Thử Hai' },
    ],
    onClockMoved: async () => {
      await promote();
    },
    ...options.simulator,
    switches: { receipts: 'none', ...options.simulator?.switches },
  });
  const simulatorUrl = await simulator.listen(0);
  const config = parseConfig(testSettings(simulatorUrl, { DATA_DIR: dataDir, ...options.settings }));
  const database = config.DATABASE_URL ? undefined : await createTestDatabase();
  const bot = await startBot({
    config,
    clock,
    logger: silentLogger,
    modelFolder,
    moreWaitMs: options.moreWaitMs ?? 0,
    ...(locales ? { locales } : { knowledge: officeKnowledge }),
    ...(database && { database }),
  });
  await bot.learned;
  const { db } = bot.dependencies.database;
  /** Jobs on Redis are not looked at: one may be due. */
  const isJobDue = async (now: number) => {
    if (config.REDIS_URL) return true;
    const due = sql`
      select from bullmq.job where state = 'delayed' and (data -> 'dueAt')::bigint <= ${now} limit 1`;
    return (await due.execute(db)).rows.length > 0;
  };
  // Promoting reads all jobs, one by one.
  promote = async () => {
    const now = clock.now();
    if (await isJobDue(now)) await bot.dependencies.queue.promoteDue(now);
  };
  const botUrl = `http://127.0.0.1:${bot.port}`;
  for (const id of [oaId, otherOaId]) {
    const { accessToken, refreshToken } = simulator.issueTokens(id);
    const parts = { db, sealer: bot.dependencies.sealer, clock };
    await connectOa(parts, { oaId: id, accessToken, refreshToken, accessLifeMs: 25 * 60 * 60_000 });
  }
  await bot.dependencies.webhook.directory.refresh();
  const call: WholeBot['call'] = async (method, path, body) => {
    const response = await fetch(`${simulatorUrl}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.json();
  };
  await call('POST', '/sim/webhook', { url: `${botUrl}/webhooks/zalo` });

  /**
   * A message that waits for its person to write again is due as soon as they have. An event behind a reply that was
   * put off waits for it.
   */
  async function findWork(): Promise<Work> {
    const now = clock.now();
    const { rows } = await sql<Work>`
      select
        exists (
          select from incoming_events event where handled_at is null and not exists (
            select from outgoing_messages message join conversations conversation on conversation.id = conversation_id
            where conversation.oa_id = event.oa_id and conversation.person_id = event.person_id
              and message.state in ('pending', 'sending') and message.next_attempt_at is not null
              and message.parked_at is null
          )
        ) as "hasEvents",
        exists (select from ticket_timers where due_at <= ${now})
          or exists (select from member_notices where told_at is null and due_at <= ${now}) as "hasDue",
        (
          select bool_or(first.next_attempt_at is not null) from (
            select distinct on (conversation_id)
              case when parked_at <= last_interaction_at then null else next_attempt_at end as next_attempt_at
            from outgoing_messages join conversations on conversations.id = conversation_id
            where outgoing_messages.state in ('pending', 'sending')
            order by conversation_id, outgoing_messages.id
          ) first
          where coalesce(first.next_attempt_at, 0) <= ${now}
        ) as "wasUnsentPutOff"`.execute(db);
    return rows[0] as Work;
  }

  async function isQuiet(): Promise<boolean> {
    const { hasEvents, hasDue, wasUnsentPutOff } = await findWork();
    if (!hasEvents && !hasDue && wasUnsentPutOff === null) return true;
    if (!hasEvents && (hasDue || wasUnsentPutOff)) await promote();
    return false;
  }

  async function settled(): Promise<void> {
    // Twice: a reply may still be on its way to Zalo, and its echo on the way back.
    for (let round = 0; round < 2; round += 1) {
      await simulator.settled();
      // On a slow machine deliveries may wait in the spool, where the database does not see them.
      await bot.dependencies.webhook.drainSpool();
      await until('every conversation is quiet', isQuiet, 30_000);
    }
    await simulator.settled();
  }

  function residentOf(userId: string): Resident {
    let read = 0;
    const messages = async () =>
      ((await call('GET', `/sim/users/${userId}/messages`)) as { messages: PhoneMessage[] }).messages;
    const heard = async () => {
      await settled();
      return (await messages()).filter(({ from }) => from === 'oa');
    };
    return {
      userId,
      messages,
      heard,
      async write(text, quoteMessageId) {
        await call('POST', `/sim/users/${userId}/messages`, { text, quoteMessageId });
      },
      async tap(title) {
        const shown = (await messages()).toReversed().flatMap(({ buttons }) => buttons);
        const button = shown.find((each) => each.title === title);
        if (!button)
          throw new Error(`no button "${title}"; shown: ${shown.map((each) => each.title).join(', ')}`);
        await call('POST', `/sim/users/${userId}/taps`, { payload: button.payload });
      },
      async act(eventName, body = {}) {
        await call('POST', `/sim/users/${userId}/events`, { event_name: eventName, ...body });
      },
      async news() {
        const all = await heard();
        const fresh = all.slice(read);
        read = all.length;
        return fresh;
      },
    };
  }

  return {
    bot,
    simulator,
    simulatorUrl,
    botUrl,
    clock,
    dataDir,
    call,
    settled,
    async newResident(name = 'Bà Lan', fields = {}) {
      const { userId } = (await call('POST', '/sim/users', { name, oaId, ...fields })) as { userId: string };
      return residentOf(userId);
    },
    async advance(ms) {
      await simulator.advance(ms);
    },
    async stop() {
      await bot.stop();
      await simulator.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
