import type { Database } from '../../../src/database/database.ts';
import { loadWords } from '../../../src/i18n.ts';
import type { StoredNotice } from '../../../src/member/notices/notice-store.ts';
import { readWords } from '../../../src/member/tickets/resident-messages.ts';
import type { TicketView } from '../../../src/member/tickets/ticket-view.ts';
import type { Attachment } from '../../../src/message.ts';
import { createActorFixture, oaId } from '../../helpers/actor-fixture.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.deleteFrom('incoming_events').execute());

async function readSent(...attachments: Attachment[]) {
  await createActorFixture(database).write('xem giúp\nYêu cầu 999');
  const { id, event, person_id } = await database.db
    .selectFrom('incoming_events')
    .selectAll()
    .executeTakeFirstOrThrow();
  await database.db
    .updateTable('incoming_events')
    .set({ event: JSON.stringify({ ...event, attachments }) })
    .execute();
  return readWords(database.db, {
    notice: { kind: 'resident-wrote', data: { events: [id] } } as unknown as StoredNotice,
    view: { oaId, personId: person_id } as TicketView,
    t: loadWords().in('vi'),
    isPlatformUrl: (url) => url.startsWith('https://f1.zdn.vn/'),
  });
}

test('an address that is not Zalo’s is not shown to a member, and not fetched', async () => {
  const { text, media } = await readSent(
    { kind: 'image', url: 'https://zdn.vn.example.com/a.jpg' },
    { kind: 'video', url: 'http://10.0.0.1/a.mp4' },
  );
  expect(text).not.toMatch(/example|10\.0\.0\.1/);
  expect(media).toEqual([]);
});

test('an address of Zalo’s is, and further lines are marked as the resident’s', async () => {
  const { text, media } = await readSent(
    { kind: 'image', url: 'https://f1.zdn.vn/a.jpg' },
    { kind: 'video', url: 'https://f1.zdn.vn/a.mp4' },
  );
  expect(text).toMatch(/^xem giúp\n› Yêu cầu 999\n› \[.*https:\/\/f1\.zdn\.vn\/a\.mp4\]$/);
  expect(media).toHaveLength(1);
});
