import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { formatLine, type RowCounts } from './backup-lines.ts';
import { listTables } from './list-tables.ts';

/** Rows of one round trip. */
const batchSize = 500;

/**
 * Reads every table as it was at one moment, while others go on writing. On the embedded database, which has one
 * session, others wait meanwhile.
 * @returns the lines of a backup
 */
export async function* dumpTables(db: Kysely<Tables>, at: number): AsyncGenerator<string> {
  const trx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    const migrations = await trx
      .withTables<{ kysely_migration: { name: string } }>()
      .selectFrom('kysely_migration')
      .select('name')
      .orderBy('name')
      .execute();
    const header = { format: 1 as const, at, migrations: migrations.map(({ name }) => name) };
    yield formatLine({ kind: 'header', header });
    const counts: RowCounts = {};
    for (const { name } of await listTables(trx)) {
      yield formatLine({ kind: 'table', name });
      counts[name] = 0;
      for await (const json of rowsOf(trx, name)) {
        yield formatLine({ kind: 'row', json });
        counts[name] += 1;
      }
    }
    yield formatLine({ kind: 'end', counts });
  } finally {
    await trx.rollback().execute();
  }
}

async function* rowsOf(trx: Transaction<Tables>, table: string): AsyncGenerator<string> {
  const rows = sql.table(table);
  await sql`declare backup_rows cursor for select to_jsonb(r)::text as json from ${rows} r`.execute(trx);
  for (;;) {
    const page = await sql<{ json: string }>`fetch ${sql.lit(batchSize)} from backup_rows`.execute(trx);
    for (const { json } of page.rows) yield json;
    if (page.rows.length < batchSize) break;
  }
  await sql`close backup_rows`.execute(trx);
}
