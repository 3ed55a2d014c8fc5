import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { OperatorError } from '../../errors.ts';

interface DatabasePlace {
  dataDir: string;
  databaseUrl?: string | undefined;
}

/** @throws OperatorError when there are tables already where a backup is to be restored */
export async function requireEmpty({ dataDir, databaseUrl }: DatabasePlace): Promise<void> {
  if (databaseUrl === undefined) {
    const folder = path.resolve(dataDir, 'pg');
    if (!existsSync(folder)) return;
    throw new OperatorError(
      `There is a database already in ${folder}. Stop the program and move this folder away, or set another DATA_DIR.`,
    );
  }
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select count(*)::int as n from pg_tables where schemaname = 'public'",
    );
    if (rows[0].n === 0) return;
  } finally {
    await client.end();
  }
  throw new OperatorError(
    'The database of DATABASE_URL has tables already. Create an empty one and set DATABASE_URL to it.',
  );
}
