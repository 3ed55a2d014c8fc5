import { readTicket } from '../../../src/ticket/views/read-ticket.ts';
import { oaId } from '../../helpers/actor-fixture.ts';
import { createMemberWorld } from '../../helpers/member-world.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

test('operators see what was said to the resident, not the cards and questions to members', async () => {
  const database = await createTestDatabase();
  const members = await createMemberWorld(database);
  await members.link('hoa');
  const number = await members.world.open('lan');
  await members.write('hoa', `nhận ${number}`);
  const { messages = [] } = (await readTicket(database.db, number)) ?? {};
  expect(members.heard('hoa').join()).toContain('Đã nhận yêu cầu');
  expect(messages.map(({ text }) => text).join()).not.toContain('Đã nhận yêu cầu');
  expect(messages.map(({ text }) => text).join()).toContain('đã nhận yêu cầu');
  await database.close();
});

test('what staff wrote by hand in OA Manager is in the history of a ticket', async () => {
  const database = await createTestDatabase();
  const members = await createMemberWorld(database);
  await members.link('hoa');
  const number = await members.world.open('lan');
  await members.write('hoa', `nhận ${number}`);
  const at = members.now();
  const event = { kind: 'echo', oaId, personId: 'lan', text: 'xã mời bác ra sáng mai', attachments: [] };
  await database.db
    .insertInto('incoming_events')
    .values({
      delivery_key: 'echo-1',
      oa_id: oaId,
      person_id: 'lan',
      kind: 'echo',
      event_name: 'oa_send_text',
      occurred_at: at,
      received_at: at,
      handled_at: at,
      outcome: 'staff',
      event: JSON.stringify(event),
      origin: 'test',
    })
    .execute();
  await members.write('hoa', `xem ${number}`);
  expect(members.heard('hoa').at(-1)).toContain('Bên mình: xã mời bác ra sáng mai');
  await database.close();
});
