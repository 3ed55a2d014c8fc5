import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { messageOf, OperatorError } from '../errors.ts';
import * as mainPath from './migrations/001-main-path.ts';
import * as teamsAndTickets from './migrations/002-teams-and-tickets.ts';
import * as membersInZalo from './migrations/003-members-in-zalo.ts';
import * as plainNames from './migrations/004-plain-names.ts';
import * as joinsById from './migrations/005-joins-by-id.ts';
import * as areaAliases from './migrations/006-area-aliases.ts';
import * as erasureWaits from './migrations/007-erasure-waits.ts';
import * as consoleTables from './migrations/008-console.ts';
import * as botCorrections from './migrations/009-bot-corrections.ts';
import * as awayFrom from './migrations/010-away-from.ts';
import * as oaPauses from './migrations/011-oa-pauses.ts';
import * as consoleViews from './migrations/012-console-views.ts';
import * as webPush from './migrations/013-web-push.ts';
import * as topicPauses from './migrations/016-topic-pauses.ts';
import * as consoleSpeed from './migrations/017-console-speed.ts';
import * as operators from './migrations/018-operators.ts';
import * as auditLog from './migrations/019-audit-log.ts';
import type { Tables } from './schema.ts';

/** Every migration, in order. Add new ones at the end; never change old ones. */
const migrations: Record<string, Migration> = {
  '001-main-path': mainPath,
  '002-teams-and-tickets': teamsAndTickets,
  '003-members-in-zalo': membersInZalo,
  '004-plain-names': plainNames,
  '005-joins-by-id': joinsById,
  '006-area-aliases': areaAliases,
  '007-erasure-waits': erasureWaits,
  '008-console': consoleTables,
  '009-bot-corrections': botCorrections,
  '010-away-from': awayFrom,
  '011-oa-pauses': oaPauses,
  '012-console-views': consoleViews,
  '013-web-push': webPush,
  '016-topic-pauses': topicPauses,
  '017-console-speed': consoleSpeed,
  '018-operators': operators,
  '019-audit-log': auditLog,
};

/** Names of all migrations of this version of the program, in order. */
export const knownMigrations: readonly string[] = Object.keys(migrations);

/**
 * Migrates the tables to the newest schema, all steps in one transaction, under a lock that makes a second process
 * wait.
 * @param last the last step to apply, for tables that a backup of an earlier version fills
 * @returns the names of the steps applied now
 * @throws OperatorError when a newer version of the program has already changed the tables, or a step fails
 */
export async function migrate(db: Kysely<Tables>, last?: string): Promise<string[]> {
  const applied = await appliedTo(db);
  refuseNewerTables(applied);
  // The usual start has nothing to do and does not need the lock.
  if (applied.length === Object.keys(migrations).length) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await (last ? migrator.migrateTo(last) : migrator.migrateToLatest());
  if (error) {
    throw new OperatorError(`The database tables could not be brought up to date: ${messageOf(error)}`, {
      cause: error,
    });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

async function appliedTo(db: Kysely<Tables>): Promise<string[]> {
  const existing = await sql<{
    found: string | null;
  }>`select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!existing.rows[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

function refuseNewerTables(applied: readonly string[]): void {
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new OperatorError(
    `The database was changed by a newer version of this program (${unknown.join(', ')}). Nothing was changed. Start that version, or restore a backup from before it.`,
  );
}
