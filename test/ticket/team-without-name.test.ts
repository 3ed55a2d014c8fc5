import type { Database } from '../../src/database/database.ts';
import { minuteMs } from '../../src/durations.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { createTicketWorld, type TicketWorld } from '../helpers/ticket-world.ts';

let database: Database;
let world: TicketWorld;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createTicketWorld(database);
});

const leaveWithoutNames = () => database.db.updateTable('teams').set({ name: ' ' }).execute();
const speakEnglish = () =>
  database.db
    .updateTable('conversations')
    .set({ state: JSON.stringify({ version: 1, language: 'en', failures: 0 }) })
    .execute();

describe('the team that answers, when no team has a name', () => {
  it('is the team on duty when there is no team at all', async () => {
    await database.db.deleteFrom('team_members').execute();
    await database.db.deleteFrom('teams').execute();
    const promise = await world.turn('lan', (desk) => desk.open({ kind: 'question' }));
    expect(promise.team).toBe('Bàn trực');
    expect((await world.timeline(promise.number))[0]).toBe('opened (no-team) by resident');
  });

  it('is the team on duty when the ticket escalates to a team without a name', async () => {
    const number = await world.open('lan');
    await leaveWithoutNames();
    for (let round = 0; round < 2; round += 1) await world.pass(20 * minuteMs);
    expect((await world.said('lan')).at(-1)).toContain(`Yêu cầu ${number} nay do Bàn trực lo`);
  });

  it('is the team on duty in English too', async () => {
    const number = await world.open('lan');
    await leaveWithoutNames();
    await speakEnglish();
    await world.service.claim({ number, by: { memberId: 'hoa' } });
    expect((await world.said('lan')).at(-1)).toBe(
      `Hoa of Duty desk has taken request ${number} and will write to you right here.`,
    );
  });
});
