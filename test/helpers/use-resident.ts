import type { Database } from '../../src/database/database.ts';
import type { Bot } from '../../src/intents/bot.ts';
import { createBotParts, createResident, type Reply, type TestResident } from './resident.ts';
import { createTestDatabase } from './test-database.ts';

export interface ResidentInTest extends Pick<TestResident, 'state' | 'advance'> {
  /** Writes, or taps a button by its title. @returns the first reply; an empty one when the bot is silent */
  says(text: string): Promise<Reply>;
}

/** Gives every test of a file a fresh resident, who writes to the office's bot. */
export function useResident(): ResidentInTest {
  let database: Database;
  let bot: Bot;
  let resident: TestResident;
  beforeAll(async () => {
    database = await createTestDatabase();
    bot = createBotParts();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    resident = createResident(database, bot);
  });
  return {
    says: async (text) => (await resident.says(text))[0] ?? { text: '', buttons: [] },
    state: () => resident.state(),
    advance: (ms) => resident.advance(ms),
  };
}
