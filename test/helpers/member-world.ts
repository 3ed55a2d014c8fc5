import type { ActorParts } from '../../src/actor/actor-parts.ts';
import { handleWake } from '../../src/actor/handle-wake.ts';
import { usualQuietHours } from '../../src/calendar/quiet-hours.ts';
import { createAdjustableClock } from '../../src/clock.ts';
import { createWindow } from '../../src/conversation/window.ts';
import type { Database } from '../../src/database/database.ts';
import { minuteMs } from '../../src/durations.ts';
import { loadWords } from '../../src/i18n.ts';
import { silentLogger } from '../../src/logger.ts';
import type { MediaPort } from '../../src/media/transfer-media.ts';
import { createMembers } from '../../src/member/create-members.ts';
import type { BrowserPush } from '../../src/member/push/browser-push.ts';
import type { MemberSettings } from '../../src/member/settings.ts';
import type { MessageEvent } from '../../src/message.ts';
import { createMetrics } from '../../src/metrics.ts';
import { linkMember, pledge } from '../../src/team/roster/link-store.ts';
import { createTickets } from '../../src/ticket/create-tickets.ts';
import type { ServiceParts } from '../../src/ticket/ticket-parts.ts';
import type { TicketService } from '../../src/ticket/ticket-service.ts';
import { createFakeMessageSender, type FakeMessageSender } from '../fakes/fake-message-sender.ts';
import { echoingBot, oaId } from './actor-fixture.ts';
import { lunarHolidays } from './lunar-holidays.ts';
import { createTicketWorld, type TicketWorld, wednesday } from './ticket-world.ts';

/** Residents, members and their tickets with the real actor and without a network. */
export interface MemberWorld {
  tickets: TicketService;
  /** What the ticket side is made of. */
  parts: ServiceParts;
  sender: FakeMessageSender;
  /** `kind detail` of every alarm. */
  alarms: string[];
  /** Templates and group messages that the bot sent. */
  nudges: object[];
  /** People whose name the bot asked the platform for. */
  nameRequests: string[];
  world: TicketWorld;
  now(): number;
  advance(ms: number): void;
  /** A person writes; resolves when all that follows is done. */
  write(personId: string, text: string, more?: Partial<MessageEvent>): Promise<void>;
  /** The OA's texts to a person. */
  heard(personId: string): string[];
  /** Runs everything that is due: timers, notices, sends. */
  settle(): Promise<void>;
  /** Lets a minute pass and runs what is due by then. */
  passMinute(): Promise<void>;
  /** Every attempt to reach a member outside the ordinary chat: `channel outcome`. */
  contactAttempts(memberId: string): Promise<string[]>;
  /** Links a person to a member and accepts the pledge. */
  link(memberId: string): Promise<void>;
}

const defaultSettings: MemberSettings = {
  quietHours: usualQuietHours,
  inactiveMs: 48 * 60 * 60_000,
  paid: { isOn: false, monthlyVnd: 0, messageVnd: 55 },
  templateId: undefined,
};

const noNetwork: MediaPort = {
  download: async () => Promise.reject(new Error('no network here')),
  upload: async () => 'uploaded',
};

interface WorldOptions {
  media?: MediaPort;
  /** Opens notices in browsers. */
  openPush?(parts: Pick<ServiceParts, 'db' | 'clock' | 'words' | 'logger'>): BrowserPush;
  /** Removes or replaces parts of the actor. */
  changeActor?(parts: ActorParts): ActorParts;
}

/** Empties the tables and fills in the invented places and people of `ticket-world`. */
export async function createMemberWorld(
  database: Database,
  settings: Partial<MemberSettings> = {},
  { media = noNetwork, openPush, changeActor = (parts) => parts }: WorldOptions = {},
): Promise<MemberWorld> {
  const alarms: string[] = [];
  const nudges: object[] = [];
  const nameRequests: string[] = [];
  const { db } = database;
  const world = await createTicketWorld(database);
  await db.deleteFrom('incoming_events').execute();
  await db.deleteFrom('oa_groups').execute();
  await db.deleteFrom('service_state').execute();
  const clock = createAdjustableClock({ now: () => wednesday });
  const sender = createFakeMessageSender(clock.now);
  const shared = {
    db,
    windowAt: createWindow(),
    clock,
    alarm: { raise: (kind: string, { detail = '' }) => void alarms.push(`${kind} ${detail}`) },
    logger: silentLogger,
    words: loadWords(),
    moreWaitMs: 0,
    splitText: (text: string) => [text],
  };
  const {
    parts: ticketParts,
    tickets,
    residentTickets,
    enqueueTimerRun,
  } = createTickets(
    {
      ...shared,
      queue: { addMany: async () => undefined },
    },
    { lunar: lunarHolidays },
  );
  const members = createMembers({
    ...ticketParts,
    origin: 'test',
    settings: { ...defaultSettings, ...settings },
    async sendTemplate(to, template) {
      if (template.id === 'refused') throw new Error('-249');
      nudges.push({ to, template });
    },
    isPlatformUrl: (url) => url.includes('zdn.vn') || url.includes('127.0.0.1'),
    sendToGroup: async (group, text) => void nudges.push({ group, text }),
    topicTitle: () => undefined,
    canned: { listFor: () => [], find: () => undefined },
    consoleUrl: 'https://console.example/console',
    showInBrowsers: openPush?.(shared).show,
    async nameOf({ personId }) {
      nameRequests.push(personId);
      return personId;
    },
    media,
  });
  const parts = changeActor({
    ...shared,
    ...members,
    enqueueTimerRun,
    sender,
    metrics: createMetrics(),
    bot: echoingBot,
    origin: 'test',
    residentTickets,
    openSealed: (sealed) => sealed.replace('sealed:', ''),
  });
  let count = 0;
  const wakeWaiting = async () => {
    const rows = await db
      .selectFrom('outgoing_messages')
      .innerJoin('conversations', 'conversations.id', 'conversation_id')
      .select(['oa_id', 'person_id'])
      .distinct()
      .where('outgoing_messages.state', '=', 'pending')
      .where('parked_at', 'is', null)
      .execute();
    for (const row of rows) await handleWake(parts, { oaId: row.oa_id, personId: row.person_id });
  };
  const settle = async () => {
    await tickets.runDue();
    await members.tellMembers();
    await wakeWaiting();
  };
  return {
    tickets,
    parts: ticketParts,
    sender,
    alarms,
    nudges,
    nameRequests,
    world,
    now: clock.now,
    advance(ms) {
      clock.advance(ms);
      world.advance(ms);
    },
    async write(personId, text, more = {}) {
      count += 1;
      clock.advance(1);
      const occurredAt = clock.now();
      const event = {
        kind: 'message',
        eventName: 'user_send_text',
        deliveryKey: `${personId}-${count}-${occurredAt}`,
        oaId,
        personId,
        occurredAt,
        messageId: `in-${count}`,
        text,
        attachments: [],
        ...more,
      };
      await db
        .insertInto('incoming_events')
        .values({
          delivery_key: event.deliveryKey,
          oa_id: oaId,
          person_id: personId,
          kind: 'message',
          event_name: event.eventName,
          occurred_at: occurredAt,
          received_at: occurredAt,
          event: JSON.stringify(event),
          origin: 'test',
        })
        .execute();
      await handleWake(parts, { oaId, personId });
      await settle();
    },
    heard: (personId) =>
      sender.sent
        .filter(({ to }) => to.personId === personId)
        .map(({ content }) => ('text' in content ? (content.text ?? '') : content.kind)),
    settle,
    async passMinute() {
      clock.advance(minuteMs);
      await settle();
    },
    async contactAttempts(memberId) {
      const rows = await db
        .selectFrom('contact_attempts')
        .select(['channel', 'outcome', 'detail'])
        .where('member_id', '=', memberId)
        .where('channel', '!=', 'free')
        .orderBy('id')
        .execute();
      return rows.map(({ channel, outcome, detail }) => [channel, outcome, detail].filter(Boolean).join(' '));
    },
    async link(memberId) {
      await db.transaction().execute(async (trx) => {
        const person = { oaId, personId: memberId, now: clock.now() };
        await linkMember(trx, { ...person, memberId });
        await pledge(trx, person);
      });
    },
  };
}
