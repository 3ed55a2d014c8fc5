import type { Database } from '../../src/database/database.ts';
import { dayMs } from '../../src/durations.ts';
import { removeOld } from '../../src/retention/remove-old.ts';
import { saveMembers } from '../../src/team/roster/member-store.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { createTicketWorld } from '../helpers/ticket-world.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('personal data of a ticket is removed with the messages after the ticket has been closed long enough', async () => {
  const { db } = database;
  const world = await createTicketWorld(database);
  const closed = await world.open('p1');
  const open = await world.open('p2');
  const summary = JSON.stringify({
    messages: [{ from: 'resident', text: 'con bò nhà tôi', at: world.now() }],
  });
  await db
    .updateTable('tickets')
    .set({ summary, phone_encrypted: 'sealed', village_text: 'Xóm Đình' })
    .execute();
  const by = { operator: 'test' };
  for (const number of [closed, open]) await world.service.note({ number, by, text: 'cạnh đình' });
  await world.service.dismiss({ number: closed, by });
  const held = async (number: number) => JSON.stringify(await world.ticket(number));
  const notes = async () =>
    JSON.stringify(await db.selectFrom('ticket_events').select('data').execute()).split('cạnh đình').length -
    1;
  const remove = (days: number) => removeOld({ db, before: world.now() + (days - 30) * dayMs });

  await remove(29);
  expect(await held(closed)).toContain('con bò nhà tôi');
  expect(await remove(31)).toBe(1);
  expect(await remove(31)).toBe(0);
  expect(await world.ticket(closed)).toMatchObject({
    ...{ status: 'resolved', phone_encrypted: null, village_text: null, summary: { messages: [] } },
  });
  expect(await held(open)).toContain('con bò nhà tôi');
  expect(await notes()).toBe(1);
});

test('the words of a resident in the state of their conversation go when they have not written for that long', async () => {
  const { db } = database;
  const world = await createTicketWorld(database);
  await world.open('p3');
  const { id } = await db
    .selectFrom('conversations')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const told = { object: 'passport', conditions: ['minor'], words: 'con tôi 9 tuổi' };
  const state = JSON.stringify({ version: 1, topic: 'travel', told });
  await db
    .updateTable('conversations')
    .set({ state, last_interaction_at: world.now() })
    .where('id', '=', id)
    .execute();
  const stored = async () =>
    (await db.selectFrom('conversations').select('state').where('id', '=', id).executeTakeFirstOrThrow())
      .state;

  await removeOld({ db, before: world.now() - dayMs });
  expect(JSON.stringify(await stored())).toContain('9 tuổi');
  expect(await removeOld({ db, before: world.now() + dayMs })).toBeGreaterThan(0);
  expect(await removeOld({ db, before: world.now() + dayMs })).toBe(0);
  expect(await stored()).toMatchObject({ topic: 'travel', told: { object: 'passport' } });
  expect(JSON.stringify(await stored())).not.toContain('9 tuổi');
});

test('what a member last wrote to a resident, or has not sent, goes when the member has not written for that long', async () => {
  const { db } = database;
  const world = await createTicketWorld(database);
  await world.open('p4');
  const member = { memberId: 'hoa', name: 'Chị Hoa', phoneEncrypted: undefined, createdAt: world.now() };
  await saveMembers(db, [member]);
  const { id } = await db
    .selectFrom('conversations')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const lastSent = { ticket: 101, turnId: 1, text: 'bác mang sổ hồng nhé' };
  const state = JSON.stringify({ version: 2, relays: [], lastPendingId: 3, lastSent, pending: [lastSent] });
  await db.insertInto('member_chats').values({ conversation_id: id, member_id: 'hoa', state }).execute();
  await db
    .updateTable('conversations')
    .set({ last_interaction_at: world.now() })
    .where('id', '=', id)
    .execute();
  const stored = async () =>
    (await db.selectFrom('member_chats').select('state').executeTakeFirstOrThrow()).state;

  await removeOld({ db, before: world.now() - dayMs });
  expect(JSON.stringify(await stored())).toContain('sổ hồng');
  expect(await removeOld({ db, before: world.now() + dayMs })).toBeGreaterThan(0);
  expect(await removeOld({ db, before: world.now() + dayMs })).toBe(0);
  expect(await stored()).toEqual({ version: 2, relays: [], lastPendingId: 3, pending: [] });
});
