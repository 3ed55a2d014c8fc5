import type { Database } from '../../../src/database/database.ts';
import { minuteMs } from '../../../src/durations.ts';
import { createMemberWorld } from '../../helpers/member-world.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('a phone number in a Zalo display name is not stored', async () => {
  const members = await createMemberWorld(database);
  await members.link('hai');
  await members.write('hai', 'trực');
  // The fake platform uses the id as the display name.
  await members.world.open('Lan 0912 345 678');
  members.advance(minuteMs);
  await members.settle();
  const named = await database.db
    .selectFrom('conversations')
    .select('display_name')
    .where('display_name', 'is not', null)
    .execute();
  expect(named).toEqual([{ display_name: 'Lan' }]);
});
