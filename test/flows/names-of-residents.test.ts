import type { Database } from '../../src/database/database.ts';
import { createMemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

describe('the name of a resident', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('is not requested from Zalo while no member may read it', async () => {
    const world = await createMemberWorld(database);
    await world.world.open('r-1');
    await world.settle();
    expect(world.nameRequests).toEqual([]);
  });

  it('is requested once a member gets to know of them', async () => {
    const world = await createMemberWorld(database);
    await world.link('ha');
    await world.write('ha', 'trực');
    await world.world.open('r-1');
    await world.settle();
    expect(world.nameRequests).toEqual(['r-1']);
    expect(world.heard('ha').join('\n')).toContain('r-1');
  });
});
