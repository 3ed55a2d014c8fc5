import type { Command } from 'commander';
import { commandLine } from '../../audit/audit-log.ts';
import type { Dependencies } from '../../dependencies.ts';
import { listAreas } from '../../team/areas/area-store.ts';
import { importTeams } from '../../team/import/import-records.ts';
import { teamColumns } from '../../team/import/plan-team-import.ts';
import type { Sheet } from '../../team/import/sheet.ts';
import { templateOf } from '../../team/import/template-of.ts';
import { listMembers } from '../../team/roster/member-store.ts';
import { mergeTeams } from '../../team/roster/merge-teams.ts';
import { isPresent } from '../../team/roster/team.ts';
import { listTeams } from '../../team/roster/team-store.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatTable } from '../format-table.ts';
import { type ImportOptions, importFile } from '../import-file.ts';

export function addTeamCommands(program: Command, parts: CommandParts): void {
  const { open, write } = parts;
  program
    .command('teams:import [file]')
    .description('add and change teams from a CSV or Excel (.xlsx) file')
    .option('--yes', 'save it; otherwise only what would change is shown')
    .option('--template', 'print an empty file with the columns')
    .action(async (file: string | undefined, options: ImportOptions) => {
      const { words, database, directory, clock } = await open();
      const t = words.in('vi');
      if (options.template) return parts.writeFile(templateOf(teamColumns, t));
      const topics = directory.topics.map(({ topic }) => topic);
      const run = (sheet: Sheet) =>
        importTeams({
          db: database.db,
          by: commandLine,
          now: clock.now(),
          sheet,
          topics,
          apply: options.yes === true,
        });
      await importFile({ parts, t, file, run }, options);
    });

  program
    .command('teams:list')
    .description('the teams, where they work, and how many members are there now')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const rows = await listTeamRows(await open());
      if (json) return write(`${JSON.stringify(rows)}\n`);
      const heads = ['team', 'area', 'name', 'topics', 'members', 'there now', 'merged into'];
      const cells = rows.map((row) => [
        row.team,
        row.area,
        row.name,
        row.topics.join(' ') || 'all',
        String(row.members),
        String(row.present),
        row.mergedInto ?? '',
      ]);
      write(`${formatTable(heads, cells)}\n`);
    });

  program
    .command('teams:merge <team> <into>')
    .description('let one team take over the members and the work of another')
    .option('--dry-run', 'only say what would happen')
    .action(async (team: string, into: string, { dryRun }: { dryRun?: true }) => {
      const { db } = (await open()).database;
      if (dryRun) return write(await describeMerge(db, { from: team, into }));
      await db.transaction().execute((trx) => mergeTeams(trx, { from: team, into }));
      write(`${team} is merged into ${into}.\n`);
    });
}

/** Tries the merge in a transaction that is rolled back. @throws OperatorError when it would be refused */
async function describeMerge(
  db: Dependencies['database']['db'],
  { from, into }: { from: string; into: string },
): Promise<string> {
  const members = (await listMembers(db)).filter(
    ({ removedAt, memberships }) =>
      removedAt === undefined && memberships.some(({ teamId }) => teamId === from),
  );
  const { count } = await db
    .selectFrom('tickets')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('team_id', '=', from)
    .where('status', '!=', 'resolved')
    .executeTakeFirstOrThrow();
  const trial = await db.startTransaction().execute();
  try {
    await mergeTeams(trial, { from, into });
  } finally {
    await trial.rollback().execute();
  }
  return `${from} would be merged into ${into}, with ${members.length} members and ${Number(count)} open follow-ups.\n`;
}

async function listTeamRows({ database, clock }: Dependencies) {
  const { db } = database;
  const [teams, members, areas] = [await listTeams(db), await listMembers(db), await listAreas(db)];
  const now = clock.now();
  return teams.map((team) => {
    const own = members.filter(
      ({ removedAt, memberships }) =>
        removedAt === undefined && memberships.some(({ teamId }) => teamId === team.teamId),
    );
    return {
      team: team.teamId,
      area: team.areaId,
      level: areas.find(({ areaId }) => areaId === team.areaId)?.level ?? null,
      name: team.name,
      topics: team.topics,
      settings: team.settings,
      members: own.length,
      present: own.filter((member) => isPresent(member, now)).length,
      mergedInto: team.mergedInto ?? null,
    };
  });
}
