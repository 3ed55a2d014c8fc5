import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import type { Tables } from '../database/schema.ts';
import { createErasureList } from './erasure-list.ts';

/** @returns what writes the list of erasures beside the backups; undefined where backups are not set up */
export function openErasureList(
  db: Kysely<Tables>,
  { BACKUP_DIR: folder, BACKUP_KEY: key }: Config,
): (() => Promise<void>) | undefined {
  return folder && key ? createErasureList(db, { folder, key }) : undefined;
}
