import type { Database } from '../../src/database/database.ts';
import { createMemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

describe('what a resident is called', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('is not asked of the platform while no member can be told of them', async () => {
    const world = await createMemberWorld(database);
    await world.world.open('r-1');
    await world.settle();
    expect(world.nameRequests).toEqual([]);
  });

  it('is asked once somebody is told', async () => {
    const world = await createMemberWorld(database);
    await world.link('ha');
    await world.write('ha', 'trực');
    await world.world.open('r-1');
    await world.settle();
    expect(world.nameRequests).toEqual(['r-1']);
    expect(world.heard('ha').join('\n')).toContain('r-1');
  });
});
