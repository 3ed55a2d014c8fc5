import { sql } from 'kysely';
import { freshState } from '../../src/conversation/state.ts';
import type { OutgoingContent } from '../../src/message.ts';
import { deliver } from './deliveries.ts';
import { makeLoadContent } from './load-content.ts';
import { oaId, type PhoneMessage, startWholeBot, type WholeBot } from './whole-bot.ts';

/** The people of Zalo's sample bodies, and times shortly before the first and after the last sample. */
export const residentId = '6934410285517730946';
export const visitorId = '7712049935516620384';
export const visitorConversationId = 'c41f8e02a97b5d630e18';
const shortlyBefore = 1_790_131_200_000;
export const shortlyAfter = 1_790_134_900_000;

/** A message of the OA to the resident before the event. */
interface EarlierMessage {
  zaloMessageId?: string;
  content?: OutgoingContent;
  intent?: string;
  state?: 'sent' | 'pending';
}

const wakesLine = 'cau_noi_jobs_total{job="wake-conversation",result="added"}';

export interface SampleWorld {
  whole: WholeBot;
  /** Removes all messages; the people of the samples are known, and the OA may reply to them. */
  reset(): Promise<void>;
  addOaMessage(message: EarlierMessage): Promise<void>;
  /** @returns the HTTP status, once all that follows from the delivery is done */
  deliver(body: string | Buffer, signature?: string): Promise<number>;
  /** Every row that an event may write. */
  records(): Promise<Awaited<ReturnType<typeof readRecords>>>;
  /** The OA's messages, oldest first. The simulator sends no echoes or receipts for them. */
  replies(personId?: string): Promise<PhoneMessage[]>;
  /** Calls of Zalo's API since the last `reset`. */
  calls(): { path: string; request: unknown }[];
  /** Number of wakes of an actor since the last `reset`. */
  wakes(): Promise<number>;
  /** A figure of the metrics page, 0 when the page does not list it. */
  figure(line: string): Promise<number>;
  stop(): Promise<void>;
}

export async function startSampleWorld(): Promise<SampleWorld> {
  const content = await makeLoadContent();
  const whole = await startWholeBot({
    locales: content.folder,
    at: shortlyAfter,
    simulator: { switches: { echoes: false, receipts: 'none' } },
  });
  const { people, log } = whole.simulator.platform;
  const { db } = whole.bot.dependencies.database;
  let callsFrom = 0;
  let wakesFrom = 0;

  function addPerson(userId: string, conversationId?: string): void {
    const user = people.addUser({ name: 'Bà Lan', oaId, userId, anonymous: conversationId !== undefined });
    if (!user) throw new Error('the simulator does not know the OA');
    user.lastInteractionAt = shortlyAfter;
    if (conversationId) user.anonymousConversationId = conversationId;
  }

  async function conversationId(): Promise<number> {
    const conversation = { oa_id: oaId, person_id: residentId, origin: 'test' as const };
    const { id } = await db
      .insertInto('conversations')
      .values({ ...conversation, state: JSON.stringify(freshState), created_at: shortlyAfter })
      .onConflict((conflict) => conflict.columns(['oa_id', 'person_id']).doUpdateSet({ oa_id: oaId }))
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  async function figure(line: string): Promise<number> {
    const lines = (await whole.bot.dependencies.metrics.text()).split('\n');
    return Number(lines.find((each) => each.startsWith(`${line} `))?.slice(line.length) ?? 0);
  }

  return {
    whole,
    async reset() {
      await whole.settled();
      await sql`truncate incoming_events, outgoing_messages, tickets, conversations, oa_groups, erasure_requests
        restart identity cascade`.execute(db);
      await whole.call('DELETE', '/sim');
      callsFrom = log.lastId();
      wakesFrom = await figure(wakesLine);
      addPerson(residentId);
      addPerson(visitorId, visitorConversationId);
    },
    async addOaMessage({ zaloMessageId, content, intent, state = 'sent' }) {
      await db
        .insertInto('outgoing_messages')
        .values({
          conversation_id: await conversationId(),
          content: JSON.stringify(content ?? { kind: 'text', text: 'Một câu đã nói' }),
          state,
          zalo_message_id: zaloMessageId ?? null,
          intent: intent ?? null,
          sent_at: state === 'sent' ? shortlyBefore : null,
          claimed_at: state === 'sent' ? shortlyBefore : null,
          origin: 'test',
          created_at: shortlyBefore,
        })
        .execute();
    },
    async deliver(body, signature) {
      const status = await deliver(whole, body, signature);
      await whole.settled();
      return status;
    },
    records: () => readRecords(whole),
    async replies(personId = residentId) {
      const path = `/sim/users/${personId}/messages`;
      return ((await whole.call('GET', path)) as { messages: PhoneMessage[] }).messages;
    },
    calls: () =>
      log
        .list(callsFrom)
        .flatMap((entry) => (entry.kind === 'api' ? [{ path: entry.path, request: entry.request }] : [])),
    wakes: async () => (await figure(wakesLine)) - wakesFrom,
    figure,
    async stop() {
      await whole.stop();
      await content.remove();
    },
  };
}

async function readRecords({ bot }: WholeBot) {
  const { db } = bot.dependencies.database;
  return {
    events: await db.selectFrom('incoming_events').selectAll().orderBy('id').execute(),
    outgoing: await db.selectFrom('outgoing_messages').selectAll().orderBy('id').execute(),
    conversations: await db.selectFrom('conversations').selectAll().orderBy('id').execute(),
    tickets: await db.selectFrom('tickets').selectAll().orderBy('id').execute(),
    groups: await db.selectFrom('oa_groups').selectAll().orderBy('group_id').execute(),
    erasures: await db.selectFrom('erasure_requests').selectAll().orderBy('id').execute(),
  };
}
