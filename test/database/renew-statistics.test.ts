import { sql } from 'kysely';
import { renewStatistics } from '../../src/database/embedded/renew-statistics.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

test('the planner of the embedded database learns how rare an open ticket is', async () => {
  const database = await createTestDatabase({ isOwn: true });
  const { db } = database;
  await sql`insert into conversations (oa_id, person_id, state, origin, created_at) values ('oa', 'p', '{}', 'test', 1)`.execute(
    db,
  );
  await sql`insert into tickets (conversation_id, oa_id, kind, status, summary, created_at, updated_at)
    select c.id, 'oa', 'question', case when i % 100 = 0 then 'open' else 'resolved' end, '{}', i, i
    from conversations c, generate_series(1, 2000) i`.execute(db);
  const planOf = async () => {
    const { rows } = await sql<Record<string, string>>`
      explain select count(*) from tickets where status <> 'resolved'`.execute(db);
    return rows.map((row) => Object.values(row)[0]).join('\n');
  };
  expect(await planOf()).toContain('Seq Scan');
  await renewStatistics(db);
  expect(await planOf()).toContain('tickets_unresolved');
  await database.close();
});
