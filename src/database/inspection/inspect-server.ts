import { Client } from 'pg';
import { knownMigrations } from '../migrate.ts';

/** How a PostgreSQL server is set up. */
export interface ServerFacts {
  /** Such as `16.4`. */
  version: string;
  /** 160004 for 16.4. */
  versionNumber: number;
  encoding: string;
  maxConnections: number;
  usedConnections: number;
  /** fsync, full_page_writes and synchronous_commit are on. */
  isDurable: boolean;
  /** Migrations of the tables that this version of the program does not know. */
  newerTables: string[];
  /** Migrations that the tables do not have yet. */
  missingTables: string[];
}

const answerMs = 5000;

/**
 * Looks at a PostgreSQL server without changing anything, unlike opening the database, which migrates it.
 * @throws Error when it cannot be reached or refuses
 */
export async function inspectServer(databaseUrl: string): Promise<ServerFacts> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  });
  // A connection that breaks later rejects the query that runs.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const setting = async (name: string) =>
      String((await client.query('select current_setting($1) as value', [name])).rows[0].value);
    const applied = await appliedTo(client);
    const used = await client.query(
      'select count(*)::int as n from pg_stat_activity where datname is not null',
    );
    const durable = [
      (await setting('fsync')) === 'on',
      (await setting('full_page_writes')) === 'on',
      (await setting('synchronous_commit')) !== 'off',
    ];
    return {
      version: (await setting('server_version')).split(' ')[0] as string,
      versionNumber: Number(await setting('server_version_num')),
      encoding: await setting('server_encoding'),
      maxConnections: Number(await setting('max_connections')),
      usedConnections: used.rows[0].n,
      isDurable: durable.every(Boolean),
      newerTables: applied.filter((name) => !knownMigrations.includes(name)),
      missingTables: knownMigrations.filter((name) => !applied.includes(name)),
    };
  } finally {
    await client.end();
  }
}

async function appliedTo(client: Client): Promise<string[]> {
  const found = await client.query("select to_regclass('kysely_migration')::text as name");
  if (!found.rows[0].name) return [];
  const { rows } = await client.query('select name from kysely_migration order by name');
  return rows.map((row) => row.name);
}
