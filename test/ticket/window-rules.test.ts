import { createTestDatabase } from '../helpers/test-database.ts';
import { createTicketWorld } from '../helpers/ticket-world.ts';

const shorter = {
  from: '2026-10-01',
  freeHours: 24,
  paidHours: 24,
  remindHours: [12, 3],
  keepOpenHours: 10,
} as const;

test('the window timers follow the rule in force', async () => {
  const database = await createTestDatabase();
  const world = await createTicketWorld(database, undefined, [shorter]);
  expect(await world.timers(await world.open('lan'))).toMatchObject({
    'window-line': '10-07 18:00',
    'window-first': '10-07 20:00',
    'window-last': '10-08 05:00',
    'window-shut': '10-08 08:00',
  });
  await database.close();
});
