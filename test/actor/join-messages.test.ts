import { handleWake } from '../../src/actor/handle-wake.ts';
import type { Database } from '../../src/database/database.ts';
import type { Bot } from '../../src/intents/bot.ts';
import { moreWaitMs } from '../../src/intents/is-incomplete.ts';
import { textsOf } from '../fakes/fake-message-sender.ts';
import { type ActorFixture, createActorFixture, echoingBot, noon, oaId } from '../helpers/actor-fixture.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

let database: Database;
let actor: ActorFixture;
const person = { oaId, personId: 'p1' };
const wake = () => handleWake(actor.parts, person);
const texts = () => textsOf(actor.sender.sent);

/** Takes a text that ends with dots as incomplete. */
const bot: Bot = {
  ...echoingBot,
  isIncomplete: ({ text }) => text.endsWith('...'),
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  actor = createActorFixture(database, bot);
  for (const table of ['outgoing_messages', 'conversations', 'incoming_events'] as const) {
    await database.db.deleteFrom(table).execute();
  }
});

const outcomes = async () =>
  (await database.db.selectFrom('incoming_events').select('outcome').orderBy('occurred_at').execute()).map(
    ({ outcome }) => outcome,
  );

describe('the beginning of a question', () => {
  it('waits, and is read together with what follows', async () => {
    await actor.write('the tax...', 0);
    expect(await wake()).toBe(noon + moreWaitMs);
    expect(texts()).toEqual([]);
    expect(await outcomes()).toEqual([null]);

    actor.advance(1_500);
    await actor.write('on land', 1_500);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: the tax... on land']);
    expect(await outcomes()).toEqual(['covered', 'answer']);
  });

  it('is answered as it is when nothing follows', async () => {
    await actor.write('the tax...', 0);
    const goOnAt = await wake();
    actor.advance((goOnAt ?? 0) - noon);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: the tax...']);
  });

  it('waits again when the next message is a beginning as well, for at most three messages', async () => {
    await actor.write('hello...', 0);
    actor.advance(1_000);
    await actor.write('the tax...', 1_000);
    expect(await wake()).toBe(noon + 1_000 + moreWaitMs);
    await actor.write('on land...', 2_000);
    await actor.write('where?', 3_000);
    actor.advance(moreWaitMs);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: hello... the tax... on land...', 're: where?']);
  });

  it('delays neither a complete question nor what was written before it', async () => {
    await actor.write('where is the office', 0);
    await actor.write('the tax...', 1_000);
    expect(await wake()).toBe(noon + moreWaitMs);
    expect(texts()).toEqual(['re: where is the office']);
  });

  it('is not joined with a tap, which means its button', async () => {
    await actor.write('where is the office', 0);
    await wake();
    await actor.write('the tax...', 1_000);
    await actor.write('#Lệ phí', 1_500);
    actor.advance(moreWaitMs);
    expect(await wake()).toBeUndefined();
    expect(texts().slice(1)).toEqual(['re: the tax...', 'tap fee {}']);
  });

  it('is not waited for while a member or staff answer', async () => {
    const { residentTickets } = actor.parts;
    actor.parts.residentTickets = { ...residentTickets, isClaimed: async () => true };
    await actor.write('the tax...', 0);
    expect(await wake()).toBeUndefined();
    expect(await outcomes()).toEqual(['answer']);
    actor.parts.residentTickets = residentTickets;
    await database.db
      .updateTable('conversations')
      .set({ human_until: noon + 60_000 })
      .execute();
    await actor.write('the form...', 1_000);
    expect(await wake()).toBeUndefined();
    expect(await outcomes()).toEqual(['answer', 'muted']);
  });

  it('writes nothing while it waits', async () => {
    await actor.write('the tax...', 0);
    await wake();
    expect(await database.db.selectFrom('outgoing_messages').selectAll().execute()).toEqual([]);
    const { state } = await database.db.selectFrom('conversations').select('state').executeTakeFirstOrThrow();
    expect(state).toMatchObject({ recentMessagesAt: [] });
  });

  it('is never a photo with a caption, which would be lost', async () => {
    await actor.store({
      kind: 'message',
      text: 'this...',
      attachments: [{ kind: 'image', url: 'https://x.test/1.jpg' }],
    });
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['media image']);
  });

  it('keeps its quote', async () => {
    let quoted: string | undefined;
    actor.parts.bot = {
      ...bot,
      async ask(open, question) {
        quoted = open.ctx.quotedIntent;
        return bot.ask(open, question);
      },
    };
    await actor.write('where is the office', 0);
    await wake();
    const { zalo_message_id: answerId } = await database.db
      .selectFrom('outgoing_messages')
      .select('zalo_message_id')
      .executeTakeFirstOrThrow();
    const quotedMessageId = answerId ?? '';
    await actor.store({
      kind: 'message',
      text: 'this...',
      attachments: [],
      quotedMessageId,
      occurredAt: noon + 1_000,
    });
    await actor.write('when is it open', 2_000);
    await wake();
    expect(texts().at(-1)).toBe('re: this... when is it open');
    expect(quoted).toBe('echo');
  });

  it('is not joined with a photo, nor with a message of a minute later', async () => {
    await actor.write('the tax...', 0);
    await actor.store({
      kind: 'message',
      occurredAt: noon + 500,
      attachments: [{ kind: 'image', url: 'https://x.test/1.jpg' }],
    });
    await actor.write('the form...', 1_000);
    await actor.write('thank you', 62_000);
    actor.advance(62_000);
    expect(await wake()).toBeUndefined();
    expect(texts()).toEqual(['re: the tax...', 'media image', 're: the form...', 're: thank you']);
  });
});
