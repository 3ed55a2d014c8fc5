import { writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { migrate } from '../../src/database/migrate.ts';
import type { Tables } from '../../src/database/schema.ts';

/** A program: writes the files of an empty, migrated database to the file named by its argument. */

const engine = await PGlite.create('memory://', { initDbStartParams: ['--wal-segsize=1', '--no-sync'] });

const connection: DatabaseConnection = {
  async executeQuery<R>({ sql, parameters }: CompiledQuery) {
    const { rows, affectedRows } = await engine.query<R>(sql, [...parameters]);
    return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
  },
  streamQuery() {
    throw new Error('Nothing is streamed here');
  },
};
const send = async (sql: string) => void (await connection.executeQuery(CompiledQuery.raw(sql)));
const driver: Driver = {
  init: async () => undefined,
  acquireConnection: async () => connection,
  beginTransaction: () => send('begin'),
  commitTransaction: () => send('commit'),
  rollbackTransaction: () => send('rollback'),
  releaseConnection: async () => undefined,
  destroy: async () => undefined,
};
await migrate(
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
);
// Without the two template databases the files are half as large.
await engine.exec('update pg_database set datistemplate = false');
await engine.exec('drop database template1');
await engine.exec('drop database template0');
await engine.exec('checkpoint');
const files = await engine.dumpDataDir('none');
writeFileSync(process.argv[2] as string, Buffer.from(await files.arrayBuffer()));
