import type { Database } from '../../../src/database/database.ts';
import { hourMs } from '../../../src/durations.ts';
import { countTickets } from '../../../src/ticket/views/count-tickets.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';
import { createTicketWorld } from '../../helpers/ticket-world.ts';

describe('the tickets that are not closed', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  test('are counted, and those of nobody, and those whose answer is overdue', async () => {
    const world = await createTicketWorld(database);
    const [answered, closed] = [await world.open('lan'), await world.open('mai')];
    await world.open('tu');
    const by = { memberId: 'hoa' };
    await world.service.answer({ number: answered, by, text: 'cháu chào bác' });
    await world.service.resolve({ number: closed, by, done: 'called' });
    expect(await countTickets(database.db)).toEqual({ open: 2, unclaimed: 1, overdue: 0 });
    await world.pass(30 * hourMs, 20 * 60_000);
    expect(await countTickets(database.db)).toEqual({ open: 2, unclaimed: 1, overdue: 1 });
  });
});
