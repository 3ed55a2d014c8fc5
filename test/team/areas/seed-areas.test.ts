import type { Database } from '../../../src/database/database.ts';
import { areasFile } from '../../../src/team/areas/area-schema.ts';
import { listAreas, saveAreas } from '../../../src/team/areas/area-store.ts';
import { seedAreas } from '../../../src/team/areas/seed-areas.ts';
import { listTeams } from '../../../src/team/roster/team-store.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');
const areas = areasFile.parse({ ambiguous: [], units: { one: { name: 'Xã Một', kind: 'commune' } } });
const seed = { areas, rootName: 'Cả vùng', rootTeamName: 'Bàn trực', now };
let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('truncate areas, teams cascade'));

describe('a start', () => {
  it('fills an empty area tree and creates the root team', async () => {
    await seedAreas(database.db, seed);
    expect(await listAreas(database.db)).toMatchObject([
      { areaId: 'one', parentId: 'root', name: 'Xã Một' },
      { areaId: 'root', parentId: undefined, name: 'Cả vùng' },
    ]);
    expect(await listTeams(database.db)).toMatchObject([{ areaId: 'root', name: 'Bàn trực', topics: [] }]);
  });

  it('keeps the changes of operators', async () => {
    await seedAreas(database.db, seed);
    const [one] = await listAreas(database.db);
    if (one) await saveAreas(database.db, [{ ...one, name: 'Xã Một (sửa)' }]);
    const before = [await listAreas(database.db), await listTeams(database.db)];
    await seedAreas(database.db, seed);
    expect([await listAreas(database.db), await listTeams(database.db)]).toEqual(before);
  });

  it('creates the root team in an area tree of the operators', async () => {
    const own = { areaId: 'office', level: 'root', name: 'Văn phòng' };
    await saveAreas(database.db, [
      { ...own, parentId: undefined, validFrom: undefined, validUntil: undefined },
    ]);
    await seedAreas(database.db, seed);
    expect(await listTeams(database.db)).toMatchObject([{ areaId: 'office' }]);
    expect(await listAreas(database.db)).toHaveLength(1);
  });

  it('seeds once when two processes start together', async () => {
    await Promise.all([seedAreas(database.db, seed), seedAreas(database.db, seed)]);
    expect(await listTeams(database.db)).toHaveLength(1);
  });
});
