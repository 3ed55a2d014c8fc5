import { handleWake } from '../../src/actor/handle-wake.ts';
import { matchSignals } from '../../src/actor/sending/match-receipts.ts';
import { sweepConversations } from '../../src/actor/sweep.ts';
import { takeLease } from '../../src/conversation/lease.ts';
import type { Database } from '../../src/database/database.ts';
import type { JobQueue } from '../../src/queue/job-queue.ts';
import { textsOf } from '../fakes/fake-message-sender.ts';
import { type ActorFixture, createActorFixture, noon, oaId } from '../helpers/actor-fixture.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

let database: Database;
let actor: ActorFixture;
const person = { oaId, personId: 'p1' };
const wake = () => handleWake(actor.parts, person);
const texts = () => textsOf(actor.sender.sent);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  actor = createActorFixture(database);
  for (const table of [
    'outgoing_messages',
    'tickets',
    'conversations',
    'incoming_events',
    'erasure_requests',
  ] as const) {
    await database.db.deleteFrom(table).execute();
  }
});

async function outbox() {
  return database.db.selectFrom('outgoing_messages').selectAll().orderBy('id').execute();
}

describe('order, and each event once', () => {
  it('answers waiting messages in the order of Zalo’s timestamps, each once', async () => {
    await actor.write('third', 30_000);
    await actor.write('first', 10_000);
    await actor.write('second', 20_000);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: first', 're: second', 're: third']);
    expect(await wake()).toBeUndefined();
    expect(texts()).toHaveLength(3);
  });

  it('leaves a conversation alone until the lease of another actor ends', async () => {
    await takeLease(database.db, { person, origin: 'test', now: noon });
    await actor.write('hello');
    const goOnAt = await wake();
    expect(goOnAt).toBeGreaterThan(noon);
    expect(texts()).toEqual([]);
    actor.advance((goOnAt ?? 0) - noon);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: hello']);
  });

  it('rolls back the state and the reply together when a handler fails', async () => {
    const failing = createActorFixture(database, {
      ...actor.parts.bot,
      async ask({ ctx }) {
        ctx.say('half');
        throw new Error('handler failed');
      },
    });
    await failing.write('hello');
    await expect(handleWake(failing.parts, person)).rejects.toThrow('handler failed');
    expect(await outbox()).toEqual([]);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: hello']);
  });
});

describe('a message whose handler always fails', () => {
  const poison = (text: string) => text === 'poison';
  const failing = () =>
    createActorFixture(database, {
      ...actor.parts.bot,
      async ask(open, question) {
        if (poison(open.ctx.message.text)) throw new Error('handler failed');
        return actor.parts.bot.ask(open, question);
      },
    });

  it('is given up after three minutes, so that the next one gets its answer', async () => {
    const { parts, sender, write, advance, alarms } = failing();
    await write('poison', 1_000);
    await write('hello', 2_000);
    await expect(handleWake(parts, person)).rejects.toThrow('handler failed');
    advance(3 * 60_000);
    await expect(handleWake(parts, person)).rejects.toThrow('handler failed');
    expect(alarms).toEqual([]);

    advance(1);
    expect(await handleWake(parts, person)).toBeUndefined();
    const [apology, reply] = textsOf(sender.sent);
    expect(apology).toContain('xin lỗi');
    expect(reply).toBe('re: hello');
    expect(alarms).toEqual(['job-failed']);
    const events = await database.db.selectFrom('incoming_events').select('outcome').orderBy('id').execute();
    expect(events).toEqual([{ outcome: 'failed' }, { outcome: 'answer' }]);
    const [recentMessages] = await outbox();
    expect(recentMessages).toMatchObject({
      outcome: 'failed',
      content: { buttons: [{ meaning: { intent: 'human' } }] },
    });
  });
});

describe('after the clock was put back by two hours', () => {
  const twoHours = 2 * 60 * 60_000;

  it('takes a conversation whose lease was to end in two hours', async () => {
    await takeLease(database.db, { person, origin: 'test', now: noon + twoHours });
    await actor.write('hello');
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: hello']);
  });

  it('sends a message whose next try was to be in two hours, and the sweep finds it', async () => {
    await actor.write('hello');
    await wake();
    await database.db
      .updateTable('outgoing_messages')
      .set({ state: 'pending', next_attempt_at: noon + twoHours })
      .execute();
    const woken: unknown[] = [];
    const queue = { addMany: async (_name: string, jobs: unknown[]) => void woken.push(...jobs) };
    await sweepConversations({
      db: database.db,
      clock: actor.parts.clock,
      queue: queue as unknown as JobQueue,
    });
    expect(woken).toHaveLength(1);
    await wake();
    expect(texts()).toEqual(['re: hello', 're: hello']);
  });
});

describe('sending', () => {
  it('retries what certainly did not arrive, and keeps the order', async () => {
    actor.sender.answers.push({ kind: 'later', detail: 'busy' });
    await actor.write('one', 1_000);
    await actor.write('two', 2_000);
    const goOnAt = await wake();
    expect(goOnAt).toBeGreaterThan(noon);
    expect(texts()).toEqual([]);
    actor.advance((goOnAt ?? 0) - noon);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: one', 're: two']);
  });

  it('handles what came while it was sending once the reply that has to wait is sent', async () => {
    const { sender } = actor;
    sender.answers.push({ kind: 'later', detail: 'busy' });
    actor.parts.sender = {
      ...sender,
      async send(to, content) {
        if (sender.tried === 0) await actor.write('two', 2_000);
        return sender.send(to, content);
      },
    };
    await actor.write('one', 1_000);
    const goOnAt = await wake();
    expect((await outbox()).map(({ content }) => 'text' in content && content.text)).toEqual(['re: one']);
    actor.advance((goOnAt ?? 0) - noon);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: one', 're: two']);
  });

  it('finds a message with a lost answer in the record instead of sending it twice', async () => {
    actor.sender.answers.push({ kind: 'unknown-but-delivered' });
    await actor.write('one');
    const goOnAt = await wake();
    actor.advance((goOnAt ?? 0) - noon);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: one']);
    expect((await outbox())[0]).toMatchObject({ state: 'sent', zalo_message_id: 'm1' });
  });

  it('resends a message that the record does not have', async () => {
    actor.sender.answers.push({ kind: 'unknown', detail: 'answer lost' });
    await actor.write('one');
    const goOnAt = await wake();
    actor.advance((goOnAt ?? 0) - noon);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: one']);
    expect(actor.sender.tried).toBe(2);
  });

  it('waits while the record is unreachable', async () => {
    actor.sender.answers.push({ kind: 'unknown-but-delivered' });
    actor.sender.record = undefined;
    await actor.write('one');
    actor.advance(((await wake()) ?? 0) - noon);
    const again = await wake();
    expect(again).toBeGreaterThan(noon);
    expect(actor.sender.tried).toBe(1);
  });

  it('takes an echo as proof that an unconfirmed message arrived', async () => {
    actor.sender.answers.push({ kind: 'unknown-but-delivered' });
    actor.sender.record = undefined;
    await actor.write('one');
    actor.advance(((await wake()) ?? 0) - noon);
    await actor.store({ kind: 'echo', messageId: 'other-id', text: 're: one', attachments: [] });
    await matchSignals(actor.parts);
    expect(await wake()).toBeUndefined();
    expect(actor.sender.tried).toBe(1);
    expect((await outbox())[0]?.state).toBe('sent');
  });

  it('does not resend what it finds in the record while the echo is being matched', async () => {
    const { sender } = actor;
    sender.answers.push({ kind: 'unknown-but-delivered' });
    actor.parts.sender = {
      ...sender,
      async recentMessages(to, sinceAt) {
        await actor.store({ kind: 'echo', messageId: 'm1', text: 're: one', attachments: [] });
        await matchSignals(actor.parts);
        return sender.recentMessages(to, sinceAt);
      },
    };
    await actor.write('one');
    actor.advance(((await wake()) ?? 0) - noon);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: one']);
  });

  it('resends as a lettered or numbered list what Zalo refused for its buttons', async () => {
    actor.sender.answers.push({ kind: 'refused', reason: 'buttons', code: -201, detail: 'buttons' });
    await actor.write('one');
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: one\n\n1. Lệ phí\n2. Nộp ở đâu']);
    await actor.write('2', 1_000);
    await wake();
    expect(texts()[1]).toBe('tap where {}');
  });

  it('gives up on a refused message and goes on with the next', async () => {
    actor.sender.answers.push({ kind: 'refused', reason: 'window-closed', code: -230, detail: 'closed' });
    await actor.write('one', 1_000);
    await actor.write('two', 2_000);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: two']);
    expect((await outbox())[0]).toMatchObject({
      state: 'failed',
      failure: 'window-closed',
      failure_detail: '-230',
    });
  });

  it('raises an alarm and waits when only the operator can help', async () => {
    actor.sender.answers.push({ kind: 'operator', detail: 'needs authorisation' });
    await actor.write('one');
    expect(await wake()).toBeGreaterThan(noon);
    expect(actor.alarms).toEqual(['sending-stopped']);
  });
});

describe('reading', () => {
  it.each([
    ['#Lệ phí', 'tap fee {}'],
    ['le phi', 'tap fee {}'],
    ['2', 'tap where {}'],
    ['thế nào', 're: thế nào'],
  ])('reads %s as %s after options were offered', async (text, reply) => {
    await actor.write('hỏi', 1_000);
    await actor.write(text, 2_000);
    await wake();
    expect(texts()[1]).toBe(reply);
  });

  it('no longer takes a bare number as an option after 30 minutes', async () => {
    await actor.write('hỏi', 0);
    await wake();
    actor.advance(31 * 60_000);
    await actor.write('2', 31 * 60_000);
    await wake();
    expect(texts()[1]).toBe('re: 2');
  });

  it('warns about a secret and answers the question in the same turn', async () => {
    await actor.store({ kind: 'message', text: 'mã [đã che]', secrets: ['otp'], occurredAt: noon });
    await wake();
    expect(texts()).toEqual(['warned', 're: mã [đã che]']);
  });
});

describe('burst', () => {
  it('answers the first fifteen of a minute, then one reply to the last once it is quiet', async () => {
    for (let i = 0; i < 40; i += 1) await actor.write(`m${i}`, i * 500);
    const goOnAt = await wake();
    expect(texts()).toHaveLength(15);
    expect(goOnAt).toBe(noon + 5_000);
    actor.advance(5_000);
    expect(await wake()).toBeUndefined();
    expect(texts()).toHaveLength(16);
    expect(texts().at(-1)).toBe('re: m39');
    const outcomes = await database.db
      .selectFrom('incoming_events')
      .select((eb) => ['outcome', eb.fn.countAll<number>().as('n')])
      .groupBy('outcome')
      .orderBy('outcome')
      .execute();
    expect(outcomes).toEqual([
      { outcome: 'answer', n: 16 },
      { outcome: 'covered', n: 24 },
    ]);
  });

  it('counts the silence up to when it read the messages: what came since is covered too', async () => {
    for (let i = 0; i < 20; i += 1) await actor.write(`m${i}`, i * 500);
    const { send } = actor.sender;
    actor.sender.send = async (...message) => {
      const outcome = await send(...message);
      if (actor.sender.sent.length === 15) {
        for (let i = 20; i < 25; i += 1) await actor.write(`m${i}`, i * 500);
        actor.advance(5_000);
      }
      return outcome;
    };
    await wake();
    await wake();
    expect(texts().slice(15)).toEqual(['re: m24']);
  });

  it('gives a flooder one more reply while earlier ones wait at Zalo’s limit', async () => {
    actor.sender.answers.push({ kind: 'later', retryAt: noon + 50_000, detail: 'limit' });
    for (let i = 0; i < 15; i += 1) await actor.write(`m${i}`, i * 500);
    await wake();
    for (let i = 15; i < 45; i += 1) {
      await actor.write(`m${i}`, i * 1_000);
      expect(await wake()).toBe(noon + 50_000);
      if (i % 10 === 0) actor.advance(10_000);
    }
    actor.advance(20_000);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual([...Array.from({ length: 15 }, (_, i) => `re: m${i}`), 're: m44']);
  });

  it('waits a minute at most for a reply that cannot be sent', async () => {
    actor.sender.answers.push({ kind: 'later', retryAt: noon + 300_000, detail: 'limit' });
    for (let i = 0; i < 20; i += 1) await actor.write(`m${i}`, i * 500);
    await wake();
    expect(await wake()).toBe(noon + 60_000);
    actor.advance(60_000);
    expect(await wake()).toBe(noon + 300_000);
    expect(await outbox()).toHaveLength(16);
  });

  it('answers each message of a resident who is no flooder, also while a reply waits', async () => {
    actor.sender.answers.push({ kind: 'later', retryAt: noon + 50_000, detail: 'limit' });
    await actor.write('m0');
    await wake();
    for (let i = 1; i < 12; i += 1) await actor.write(`m${i}`, i * 500);
    expect(await wake()).toBe(noon + 50_000);
    actor.advance(50_000);
    await wake();
    expect(texts()).toEqual(Array.from({ length: 12 }, (_, i) => `re: m${i}`));
  });

  it('queues no second reply while one waits at Zalo’s limit', async () => {
    actor.sender.answers.push({ kind: 'later', retryAt: noon + 50_000, detail: 'limit' });
    for (let i = 0; i < 12; i += 1) {
      await actor.write(`m${i}`, i * 500);
      await wake();
      expect((await outbox()).filter(({ state }) => state === 'pending')).toHaveLength(1);
    }
  });

  it('answers a cry for help although a reply waits at Zalo’s limit', async () => {
    const hearsDanger = (text: string) => text.includes('cháy');
    const wakeToDanger = () => handleWake({ ...actor.parts, hearsDanger }, person);
    actor.sender.answers.push({ kind: 'later', retryAt: noon + 50_000, detail: 'limit' });
    for (const [index, text] of ['m0', 'm1', 'cháy nhà'].entries()) {
      await actor.write(text, index * 500);
      await wakeToDanger();
    }
    expect(await outbox()).toHaveLength(3);
  });

  it('reads a cry for help by itself, at once', async () => {
    const { parts } = actor;
    const hearsDanger = (text: string) => text.includes('cháy');
    for (let i = 0; i < 20; i += 1) await actor.write(i === 17 ? 'cháy nhà' : `m${i}`, i * 500);
    await handleWake({ ...parts, hearsDanger }, person);
    expect(texts().at(-1)).toBe('re: cháy nhà');
  });

  it('does not take an ordinary conversation for a burst', async () => {
    for (let i = 0; i < 20; i += 1) await actor.write(`m${i}`, i * 4_001);
    expect(await wake()).toBeUndefined();
    expect(texts()).toHaveLength(20);
  });
});

describe('people and events', () => {
  it('is silent for four hours after staff wrote by hand', async () => {
    await actor.write('one', 0);
    await actor.store({
      kind: 'echo',
      messageId: 'e1',
      text: 'chào',
      staffId: 'a1',
      attachments: [],
      occurredAt: noon + 1,
    });
    await actor.write('two', 2_000);
    await wake();
    expect(texts()).toEqual(['re: one']);
    actor.advance(4 * 60 * 60_000 + 1);
    await actor.write('three', 4 * 60 * 60_000 + 2);
    await wake();
    expect(texts()).toEqual(['re: one', 're: three']);
  });

  it('opens the human lane after the signals job matched an echo of staff', async () => {
    await actor.store({ kind: 'echo', messageId: 'e1', staffId: 'a1', attachments: [], occurredAt: noon });
    await matchSignals(actor.parts);
    await actor.write('one', 1_000);
    await wake();
    expect(texts()).toEqual([]);
  });

  it('welcomes at most once a day', async () => {
    await actor.store({ kind: 'opened', how: 'follow', occurredAt: noon });
    await actor.store({ kind: 'opened', how: 'chat-now', occurredAt: noon + 1 });
    await wake();
    expect(texts()).toEqual(['welcome']);
    actor.advance(24 * 60 * 60_000);
    await actor.store({ kind: 'opened', how: 'follow', occurredAt: noon + 24 * 60 * 60_000 });
    await wake();
    expect(texts()).toEqual(['welcome', 'welcome']);
  });

  it('sends nothing more to a person who withdrew, and orders the erasure', async () => {
    actor.sender.answers.push({ kind: 'later', detail: 'busy' });
    await actor.write('one', 0);
    await wake();
    await actor.store({ kind: 'withdrawn', occurredAt: noon + 5_000 });
    actor.advance(60_000);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual([]);
    expect(await database.db.selectFrom('erasure_requests').select('person_id').execute()).toEqual([
      { person_id: 'p1' },
    ]);
  });

  it('discards the messages that are pending before a withdrawal', async () => {
    await actor.write('one', 0);
    await actor.store({ kind: 'withdrawn', occurredAt: noon + 5_000 });
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual([]);
  });

  it('opens a call-back ticket for a missed call, and adds the next call to it', async () => {
    await actor.store({ kind: 'missed-call', callId: 'c1', occurredAt: noon });
    await actor.store({ kind: 'missed-call', callId: 'c2', occurredAt: noon + 1 });
    await wake();
    const tickets = await database.db.selectFrom('tickets').select(['kind', 'status']).execute();
    expect(tickets).toEqual([{ kind: 'call-back', status: 'new' }]);
    expect(new Set(texts()).size).toBe(1);
  });

  it('stores what Zalo reports of a message: delivered, seen, reacted', async () => {
    await actor.write('one');
    await wake();
    await actor.store({ kind: 'receipt', state: 'delivered', messageIds: ['m1'], occurredAt: noon + 10 });
    await actor.store({ kind: 'receipt', state: 'seen', messageIds: ['m1'], occurredAt: noon + 20 });
    await actor.store({ kind: 'reaction', messageId: 'm1', icon: '/-heart', occurredAt: noon + 30 });
    await actor.store({
      kind: 'echo',
      messageId: 'm1',
      text: 're: one',
      attachments: [],
      occurredAt: noon + 5,
    });
    expect(await matchSignals(actor.parts)).toEqual({ more: false });
    expect((await outbox())[0]).toMatchObject({
      delivered_at: noon + 10,
      seen_at: noon + 20,
      echoed_at: noon + 5,
      reaction: '/-heart',
    });
    expect((await outbox()).length).toBe(1);
  });

  it('keeps a receipt waiting that came before our own record of the send', async () => {
    await actor.store({ kind: 'receipt', state: 'delivered', messageIds: ['m1'], occurredAt: noon });
    expect(await matchSignals(actor.parts)).toMatchObject({ waitingUntil: expect.any(Number) });
    await actor.write('one');
    await wake();
    expect(await matchSignals(actor.parts)).toEqual({ more: false });
    expect((await outbox())[0]?.delivered_at).toBe(noon);
  });
});
