import { createAdjustableClock } from '../../../src/clock.ts';
import type { Database } from '../../../src/database/database.ts';
import { createSealer } from '../../../src/encryption.ts';
import { checkKey } from '../../../src/zalo/auth/check-key.ts';
import { connectOa } from '../../../src/zalo/auth/connect-oa.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

const former = createSealer(Buffer.alloc(32, 1));
const other = createSealer(Buffer.alloc(32, 2));
const clock = createAdjustableClock({ now: () => 1_790_000_000_000 });
let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const connect = (oaId: string, sealer = former) =>
  connectOa({ db: database.db, sealer, clock }, { oaId, accessToken: 'A', refreshToken: 'R' });
const rows = () => database.db.selectFrom('oas').selectAll().orderBy('oa_id').execute();

test('the key that sealed the tokens passes, and so does any key before an OA is connected', async () => {
  await expect(checkKey(database.db, other)).resolves.toBeUndefined();
  await connect('11');
  await expect(checkKey(database.db, former)).resolves.toBeUndefined();
});

test('another key is refused with the setting, the OAs and what to do, and changes nothing', async () => {
  await connect('11');
  await connect('22', other);
  const before = await rows();
  await expect(checkKey(database.db, other)).rejects.toThrow(/ENCRYPTION_KEY.*\b11\b.*oa:add/s);
  await expect(checkKey(database.db, other)).rejects.not.toThrow(/\b22\b/);
  expect(await rows()).toEqual(before);
});

test('an OA whose tokens were entered again passes', async () => {
  await connect('11');
  await connect('22', other);
  await connect('11', other);
  await expect(checkKey(database.db, other)).resolves.toBeUndefined();
});
