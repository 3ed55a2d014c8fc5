import { existsSync, openAsBlob, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

/** Where `npm run build` puts it; there is none beside the sources. */
const shippedFile = fileURLToPath(new URL('../../empty-database.tar', import.meta.url));

/** The files of an empty database that a build ships: unpacking them takes a fifth of the time that making them does. */
export async function openShippedTemplate(): Promise<Blob | undefined> {
  return existsSync(shippedFile) ? openAsBlob(shippedFile) : undefined;
}

/** Makes the files of an empty database and writes them to a tar file. */
export async function writeTemplate(file: string): Promise<void> {
  const database = await PGlite.create('memory://');
  const files = await database.dumpDataDir('none');
  writeFileSync(file, Buffer.from(await files.arrayBuffer()));
  await database.close();
}
