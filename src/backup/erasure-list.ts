import { join } from 'node:path';
import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { erasureListName } from './backup-folder.ts';
import { readSealedLines, writeSealedLines } from './sealed-lines.ts';

/** A request for an erasure, and what became of it. */
export type ErasureRecord = Omit<Selectable<Tables['erasure_requests']>, 'id'>;

export interface ErasureListPlace {
  folder: string;
  key: Buffer;
}

/**
 * Writes all requests for erasures beside the backups: who is erased after a backup must stay erased when that backup
 * is restored.
 * @returns a function that writes the list if it has changed since the last call
 */
export function createErasureList(
  db: Kysely<Tables>,
  { folder, key }: ErasureListPlace,
): () => Promise<void> {
  let written: string | undefined;
  return async () => {
    const records = await db
      .selectFrom('erasure_requests')
      .select(['oa_id', 'person_id', 'requested_at', 'due_at', 'stopped_at', 'done_at'])
      .orderBy('id')
      .execute();
    const lines = records.map((record) => JSON.stringify(record));
    const text = lines.join('\n');
    if (text === written) return;
    await writeSealedLines({ file: join(folder, erasureListName), key }, lines);
    written = text;
  };
}

/** @throws OperatorError when the file is not there, is damaged, or was written with another key */
export async function readErasureList(file: string, key: Buffer): Promise<ErasureRecord[]> {
  const records: ErasureRecord[] = [];
  for await (const line of readSealedLines({ file, key })) records.push(JSON.parse(line));
  return records;
}
