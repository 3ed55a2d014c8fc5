import type { Database } from './database.ts';

/** Runs `read` while the database opens, and closes the database when `read` fails. */
export async function readWhileOpening<T>(opening: Promise<Database> | undefined, read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    await opening?.then(
      (database) => database.close(),
      () => undefined,
    );
    throw error;
  }
}
