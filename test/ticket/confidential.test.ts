import type { Database } from '../../src/database/database.ts';
import { listTickets } from '../../src/ticket/views/list-tickets.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { createTicketWorld, type TicketWorld } from '../helpers/ticket-world.ts';

let database: Database;
let world: TicketWorld;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  world = await createTicketWorld(database);
});

const openGrievance = () => world.open('lan', { topic: 'grievance', cause: 'grievance' });

describe('a ticket about a person', () => {
  it('goes to the root team, whatever the village', async () => {
    expect(await world.ticket(await openGrievance())).toMatchObject({ team_id: 'ban-truc' });
  });

  it('stays there when the resident names their village', async () => {
    const number = await openGrievance();
    await world.turn('lan', (tickets) =>
      tickets.settlePlace(number, { unitIds: ['xa'], village: 'Thôn Một' }),
    );
    expect(await world.ticket(number)).toMatchObject({ team_id: 'ban-truc' });
  });

  it('cannot be claimed by members below', async () => {
    const number = await openGrievance();
    expect(await world.service.claim({ number, by: { memberId: 'xuan' } })).toEqual({
      kind: 'refused',
      why: 'not-yours',
    });
  });

  it('cannot be transferred to a team below, nor merged with an ordinary one', async () => {
    const number = await openGrievance();
    const by = { operator: 'an' };
    const refused = { kind: 'refused', why: 'confidential' };
    expect(await world.service.transfer({ number, by, teamId: 'to-thon' })).toEqual(refused);
    const other = await world.open('lan', { topic: 'land' });
    expect(await world.service.merge({ number, into: other, by })).toEqual(refused);
  });

  it('is marked in the list of operators', async () => {
    const number = await openGrievance();
    const listed = await listTickets(database.db, { roster: await world.service.roster() });
    expect(listed.find((one) => one.number === number)).toMatchObject({ confidential: true });
  });
});
