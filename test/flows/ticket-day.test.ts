import type { Database } from '../../src/database/database.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { runTicketDay } from '../helpers/ticket-day.ts';

/** `npm run bench -- day` runs it with 10,000 tickets and 500 members. */
const size = { tickets: 300, members: 60, seed: 15 };
const lively = ['claimed', 'answered', 'released', 'escalated', 'transferred', 'reopened', 'resolved'];

describe('a day of tickets, members and operators', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  test('leaves no ticket without owner, timer or a list it is in; offers, escalations and promises add up', async () => {
    const { faults, counts } = await runTicketDay({ database, ...size });
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ opened: size.tickets });
    expect(lively.filter((event) => counts[event] === undefined)).toEqual([]);
  });
});
