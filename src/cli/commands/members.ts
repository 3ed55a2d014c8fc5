import type { Command } from 'commander';
import { commandLine } from '../../audit/audit-log.ts';
import { createWindow } from '../../conversation/window.ts';
import type { Dependencies } from '../../dependencies.ts';
import { listPaths, type MemberPath } from '../../member/reach/member-paths.ts';
import { toMemberSettings } from '../../member/settings.ts';
import { importMembers } from '../../team/import/import-records.ts';
import { memberColumns } from '../../team/import/plan-member-import.ts';
import { templateOf } from '../../team/import/template-of.ts';
import { listMembers } from '../../team/roster/member-store.ts';
import { isPresent, type Member } from '../../team/roster/team.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatLocalTime } from '../format-local-time.ts';
import { formatTable } from '../format-table.ts';
import { type ImportOptions, importFile } from '../import-file.ts';

export function addMemberCommands(program: Command, parts: CommandParts): void {
  const { open, write } = parts;
  program
    .command('members:import [file]')
    .description('add and change members of teams from a CSV or Excel (.xlsx) file')
    .option('--yes', 'save it; otherwise only what would change is shown')
    .option('--template', 'print an empty file with the columns')
    .action(async (file: string | undefined, options: ImportOptions) => {
      const { words, database, sealer, clock } = await open();
      const t = words.in('vi');
      if (options.template) return parts.writeFile(templateOf(memberColumns, t));
      const given = {
        db: database.db,
        by: commandLine,
        sealer,
        now: clock.now(),
        apply: options.yes === true,
      };
      await importFile({ parts, t, file, run: (sheet) => importMembers({ ...given, sheet }) }, options);
    });

  program
    .command('members:list')
    .description('the members and their teams; phone numbers are not shown')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const rows = await listMemberRows(await open());
      if (json) return write(`${JSON.stringify(rows)}\n`);
      if (rows.length === 0) return write('There are no members yet. Add some with members:import.\n');
      const cells = rows.map((row) => [
        row.member,
        row.name,
        row.teams.map(({ team, role }) => (role === 'lead' ? `${team} (lead)` : team)).join(' '),
        row.state,
        row.oas.join(' ') || '-',
        row.path,
      ]);
      write(`${formatTable(['member', 'name', 'teams', 'state', 'linked OAs', 'reached by'], cells)}\n`);
    });
}

async function listMemberRows({ database, clock, config, directory }: Dependencies) {
  const { db } = database;
  const members = await listMembers(db);
  const paths = await listPaths(
    {
      db,
      windowAt: createWindow(directory.local.windowRules),
      settings: toMemberSettings(config),
      now: clock.now(),
    },
    members.map(({ memberId }) => memberId),
  );
  const links = await db
    .selectFrom('member_links')
    .select(['member_id', 'oa_id'])
    .where('revoked_at', 'is', null)
    .orderBy('linked_at')
    .execute();
  return members.map((member) => ({
    member: member.memberId,
    name: member.name,
    teams: member.memberships.map(({ teamId, role }) => ({ team: teamId, role })),
    state: stateOf(member, clock.now()),
    oas: links.filter((link) => link.member_id === member.memberId).map((link) => link.oa_id),
    path: pathOf(member, paths.get(member.memberId)),
  }));
}

/** E.g. `free until 2026-10-09 08:00`, `template, last: group sent 2026-10-07 09:12`. */
function pathOf({ removedAt }: Member, path: MemberPath | undefined): string {
  if (removedAt !== undefined || !path) return '-';
  const { channel, freeUntil, lastTry } = path;
  const until = freeUntil === undefined ? '' : ` until ${formatLocalTime(freeUntil)}`;
  const words = lastTry && [lastTry.channel, lastTry.outcome, lastTry.detail].filter(Boolean).join(' ');
  const last = lastTry ? `, last: ${words} ${formatLocalTime(lastTry.at)}` : '';
  return `${channel}${until}${last}`;
}

function stateOf(member: Member, now: number): 'here' | 'away' | 'removed' {
  if (member.removedAt !== undefined) return 'removed';
  return isPresent(member, now) ? 'here' : 'away';
}
