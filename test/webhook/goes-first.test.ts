import type { Database } from '../../src/database/database.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { until } from '../helpers/until.ts';
import {
  connectOa,
  now,
  oaId,
  personId,
  startWebhook,
  textBody,
  type WebhookServer,
} from './webhook-server.ts';

let database: Database;
let server: WebhookServer;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectOa(database);
  await database.db.insertInto('members').values({ member_id: 'm', name: 'Hai', created_at: now }).execute();
  await database.db
    .insertInto('member_links')
    .values({ member_id: 'm', oa_id: oaId, person_id: 'hai', linked_at: now })
    .execute();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startWebhook({ database, hearsDanger: (text) => text.includes('cháy') });
});
afterEach(() => server.close());

const deliver = (text: string, sender: string) =>
  server.deliver(textBody(text, `${text}-${sender}`, { sender: { id: sender } }));
const keys = () => server.jobs.map(({ key }) => key);

test('an emergency and a member are woken before others, and others as usual', async () => {
  await deliver('chào', 'hai');
  await deliver('cháy nhà', personId);
  await deliver('nộp hồ sơ ở đâu', personId);
  await until('all are woken', () => server.jobs.length >= 3);
  expect(keys().slice(1)).toEqual([`first-${oaId}-${personId}`, `wake-${oaId}-${personId}`]);
  await until('the members are known', async () => {
    await deliver(`việc mới ${server.jobs.length}`, 'hai');
    return keys().includes(`first-${oaId}-hai`);
  });
});
