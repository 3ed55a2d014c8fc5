import {
  existsSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { messageOf, OperatorError } from '../../errors.ts';
import { openShippedTemplate } from './template.ts';

/** The only version of database files that this engine can read. */
const fileVersion = '18';

/** BullMQ's tables are in their own schema beside ours, and its statements name them without it. */
const startParams = [...PGlite.defaultStartParams, '-c', 'search_path=public,bullmq'];

/**
 * Opens the database files in `folder`, and creates them when there are none. New files are created under another name
 * and moved into place when complete, so that an interrupted start leaves nothing half-made. A file beside the folder
 * remembers that it was there.
 * @throws OperatorError when the folder contains something else or a damaged database, has gone missing, or is not
 *   writable
 */
export async function openCluster(folder: string): Promise<PGlite> {
  try {
    if (isEmpty(folder)) {
      refuseToStartAgain(folder);
      await makeCluster(folder);
    }
    refuseForeignFiles(folder);
    const database = await openFiles(folder);
    rememberFolder(folder);
    return database;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`Cannot open the database in ${folder}: ${reasonOf(error)}`);
  }
}

/** A database in memory, gone when closed. @param templateFile a tar of a ready database */
export async function openMemoryCluster(templateFile: string | undefined): Promise<PGlite> {
  const template = templateFile ? { loadDataDir: await openAsBlob(templateFile) } : {};
  return PGlite.create('memory://', { startParams, ...template });
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

function noteOf(folder: string): string {
  return `${folder}.note`;
}

function refuseToStartAgain(folder: string): void {
  const note = noteOf(folder);
  if (!existsSync(note)) return;
  throw new OperatorError(
    `The database folder ${folder} is gone or empty, and there was one. Nothing was changed. Mount it or put a backup there; to start empty, remove ${note}.`,
  );
}

function rememberFolder(folder: string): void {
  if (existsSync(noteOf(folder))) return;
  try {
    writeFileSync(noteOf(folder), 'A database was made in the folder beside this file.\n', { mode: 0o600 });
  } catch {
    // A full disk: the next start writes it.
  }
}

async function makeCluster(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    const database = await openFiles(unfinished, await openShippedTemplate());
    await database.close();
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function refuseForeignFiles(folder: string): void {
  const versionFile = path.join(folder, 'PG_VERSION');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined;
  if (version === fileVersion) return;
  const found = version
    ? `was made by PostgreSQL ${version}, not ${fileVersion}`
    : 'holds no complete database';
  throw new OperatorError(
    `The database folder ${folder} ${found}. Nothing was changed. Put a backup there, or move the whole data directory away to start empty.`,
  );
}

/** @param template the initial files of an empty folder */
async function openFiles(folder: string, template?: Blob): Promise<PGlite> {
  const complaints: string[] = [];
  const onStderr = (line: string) => {
    if (/FATAL|PANIC/.test(line)) complaints.push(line.replace(/^.*(FATAL|PANIC):\s*/, ''));
    return false;
  };
  try {
    return await PGlite.create(folder, {
      startParams,
      onStderr,
      ...(template && { loadDataDir: template }),
    });
  } catch (error) {
    throw new Error(complaints[0] ?? describe(error), { cause: error });
  }
}

/** The engine's own file system throws objects with only a WASI error number. */
const wasiErrors: Record<number, string> = { 2: 'EACCES', 51: 'ENOSPC', 63: 'EPERM', 69: 'EROFS' };

function describe(error: unknown): string {
  const { errno } = error as { errno?: unknown };
  return typeof errno === 'number' ? (wasiErrors[errno] ?? `error ${errno}`) : messageOf(error);
}

function reasonOf(error: unknown): string {
  const text = messageOf(error);
  if (/ENOSPC|No space left/i.test(text)) return 'the disk is full. Free some space and start again.';
  if (/EROFS|EACCES|EPERM/.test(text))
    return 'the folder cannot be written. Check its owner and permissions.';
  return `${text}. The files seem damaged; nothing was overwritten. Put a backup in place, or move the whole data directory away to start empty.`;
}
