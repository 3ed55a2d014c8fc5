import type { ActorParts } from '../../src/actor/actor-parts.ts';
import { createAdjustableClock } from '../../src/clock.ts';
import { createWindow } from '../../src/conversation/window.ts';
import type { Database } from '../../src/database/database.ts';
import { loadWords } from '../../src/i18n.ts';
import type { Bot } from '../../src/intents/bot.ts';
import { moreWaitMs } from '../../src/intents/is-incomplete.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMemberRouter } from '../../src/member/chat/member-router.ts';
import type { IncomingEvent } from '../../src/message.ts';
import { createMetrics } from '../../src/metrics.ts';
import { readShortAnswer } from '../../src/nlu/phrases/answers/short-answer.ts';
import { createTickets } from '../../src/ticket/create-tickets.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { createFakeMessageSender, type FakeMessageSender } from '../fakes/fake-message-sender.ts';
import { lunarHolidays } from './lunar-holidays.ts';

export const noon = Date.parse('2026-09-24T12:00:00+07:00');
export const oaId = '1872450913366021547';

/** A bot that answers every question with the question's own text, so that tests can tell replies apart. */
export const echoingBot: Bot = {
  understand: ({ text, secrets }) => ({ ...readShortAnswer(text), text, secrets }) as Understanding,
  readQuestion: () => ({ kind: 'not-understood' }),
  isIncomplete: () => false,
  topicOf: () => undefined,
  belongsToTicket: () => true,
  tellBesideTicket: async () => undefined,
  stepAccepts: () => false,
  async assistInHumanLane() {},
  isCourtesy: () => false,
  async tap({ ctx, enter }, { intent, data = {} }) {
    enter({ intent });
    ctx.say(`tap ${intent} ${JSON.stringify(data)}`);
  },
  async continueStep({ ctx, enter }, { intent, step }) {
    enter({ intent });
    ctx.say(`step ${intent} ${step}`);
  },
  async ask({ ctx, enter }) {
    enter({ intent: 'echo' });
    ctx.say(`re: ${ctx.message.text}`, {
      buttons: [
        { kind: 'reply', title: 'Lệ phí', text: '#Lệ phí', meaning: { intent: 'fee' } },
        { kind: 'reply', title: 'Nộp ở đâu', text: '#Nộp ở đâu', meaning: { intent: 'where' } },
      ],
    });
  },
  async media({ ctx }) {
    ctx.say(`media ${ctx.message.attachments[0]?.kind}`);
  },
  warn({ ctx }) {
    ctx.say('warned', { outcome: 'warn' });
  },
  async welcome({ ctx }) {
    ctx.say('welcome');
  },
  async contactShared() {
    return 'dropped';
  },
  async missedCall({ ctx }) {
    const ticket = await ctx.tickets.open({ kind: 'call-back' });
    ctx.say(`call-back ${ticket.number}`, { outcome: 'handoff' });
  },
};

export interface ActorFixture {
  parts: ActorParts;
  sender: FakeMessageSender;
  alarms: string[];
  advance(ms: number): void;
  /** Stores an event as the webhook does. */
  store(event: Partial<IncomingEvent> & { kind: IncomingEvent['kind'] }, receivedAt?: number): Promise<void>;
  /** Stores a text of `personId`, `at` ms after noon. */
  write(text: string, at?: number, personId?: string): Promise<void>;
}

export function createActorFixture(database: Database, bot: Bot = echoingBot): ActorFixture {
  const clock = createAdjustableClock({ now: () => noon });
  const sender = createFakeMessageSender(clock.now);
  const alarms: string[] = [];
  let count = 0;
  const shared = {
    db: database.db,
    windowAt: createWindow(),
    clock,
    alarm: { raise: (kind: string) => alarms.push(kind) },
    logger: silentLogger,
    words: loadWords(),
    splitText: (text: string) => [text],
  };
  const { residentTickets, parts: ticketParts } = createTickets(
    {
      ...shared,
      queue: { addMany: async () => undefined },
    },
    { lunar: lunarHolidays },
  );
  const parts: ActorParts = {
    enqueueTimerRun: async () => undefined,
    ...shared,
    sender,
    metrics: createMetrics(),
    bot,
    origin: 'test',
    moreWaitMs,
    residentTickets,
    members: createMemberRouter({
      ...ticketParts,
      topicTitle: () => undefined,
      canned: { listFor: () => [], find: () => undefined },
      consoleUrl: 'https://console.example/console',
    }),
    fetchMedia: async () => new Map(),
    openSealed: (sealed) => sealed,
  };
  const store: ActorFixture['store'] = async (partial, receivedAt = clock.now()) => {
    count += 1;
    const event = {
      eventName: 'user_send_text',
      deliveryKey: `key-${count}-${Math.random()}`,
      oaId,
      personId: 'p1',
      occurredAt: noon + count,
      ...(partial.kind === 'message' ? { messageId: `in${count}`, attachments: [] } : {}),
      ...partial,
    };
    await database.db
      .insertInto('incoming_events')
      .values({
        delivery_key: event.deliveryKey,
        oa_id: event.oaId,
        person_id: event.personId,
        kind: event.kind,
        event_name: event.eventName,
        occurred_at: event.occurredAt,
        received_at: receivedAt,
        event: JSON.stringify(event),
        origin: 'test',
      })
      .execute();
  };
  return {
    parts,
    sender,
    alarms,
    advance: clock.advance,
    store,
    write: (text, at = 0, personId = 'p1') =>
      store({ kind: 'message', text, personId, occurredAt: noon + at }),
  };
}
