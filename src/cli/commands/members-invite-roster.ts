import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Kysely } from 'kysely';
import { commandLine } from '../../audit/audit-log.ts';
import type { Tables } from '../../database/schema.ts';
import { renderInvitations } from '../../member/linking/invite-sheet.ts';
import { importMembers } from '../../team/import/import-records.ts';
import { listMembers } from '../../team/roster/member-store.ts';
import { listTeams } from '../../team/roster/team-store.ts';
import type { CommandParts } from '../command-parts.ts';
import { tellPlan } from '../import-file.ts';
import {
  type Invited,
  makeInvitations,
  type PlannedInvitation,
  planInvitations,
} from '../invite/invite-members.ts';
import { addInviteOptions, type InviteOptions } from '../invite/invite-options.ts';
import { saveSheets } from '../invite/save-sheets.ts';
import { readSheetFile } from '../read-sheet-file.ts';

interface RosterOptions extends InviteOptions {
  out: string;
  yes?: true;
}

/** Progress is told once for so many sheets. */
const toldEach = 50;

export function addRosterInviteCommand(program: Command, parts: CommandParts): void {
  const command = program
    .command('members:invite-roster <file>')
    .description(
      'import members from a CSV or Excel (.xlsx) file, and a sheet to print for each who is not linked yet',
    )
    .requiredOption('--out <file>', 'write the sheets into this file')
    .option('--yes', 'do it; otherwise only what would happen is shown');
  addInviteOptions(command).action((file: string, options: RosterOptions) =>
    inviteRoster(parts, file, options),
  );
}

/** The file has the columns of members:import. Nothing is stored before it is clear which OA everybody links to. */
async function inviteRoster(
  parts: CommandParts,
  file: string,
  { out, oa, days, yes }: RosterOptions,
): Promise<void> {
  const { write } = parts;
  const { database, clock, sealer, words } = await parts.open();
  const { db } = database;
  const now = clock.now();
  const t = words.in('vi');
  const sheet = await readSheetFile(resolve(parts.folder ?? '', file));
  const plan = await importMembers({ db, by: commandLine, sealer, now, sheet, apply: false });
  tellPlan(plan, { write, t, isApplied: yes === true });

  const members = await withStoredTeams(db, plan.members);
  const all = await planInvitations({ db, members, teams: await listTeams(db), oaId: oa });
  const planned = (await withoutLinked(db, all)).sort(byTeam);
  tellInvitations(planned, { write, linked: all.length - planned.length });
  if (!yes) return write('Nothing was stored and no code was made. Add --yes to do it.\n');

  await importMembers({ db, by: commandLine, sealer, now, sheet, apply: true });
  const invitations = await makeInvitations({
    ...{ db, planned, days, now },
    onMade(made) {
      if (made % toldEach === 0 || made === planned.length) write(`${made} of ${planned.length} codes\n`);
    },
  });
  await saveSheets(parts, { html: renderInvitations(invitations, t), out, days, count: invitations.length });
}

/** Everybody of the file, with the teams that they are in already. */
async function withStoredTeams(db: Kysely<Tables>, members: readonly Invited[]): Promise<Invited[]> {
  const stored = await listMembers(db);
  return members.map((member) => {
    const before = stored.find(({ memberId }) => memberId === member.memberId)?.memberships ?? [];
    const others = before.filter(({ teamId }) => !member.memberships.some((one) => one.teamId === teamId));
    return { ...member, memberships: [...member.memberships, ...others] };
  });
}

async function withoutLinked(
  db: Kysely<Tables>,
  planned: readonly PlannedInvitation[],
): Promise<PlannedInvitation[]> {
  const links = await db
    .selectFrom('member_links')
    .select(['member_id', 'oa_id'])
    .where('revoked_at', 'is', null)
    .execute();
  const linked = new Set(links.map(({ member_id, oa_id }) => `${oa_id} ${member_id}`));
  return planned.filter(({ member, oa }) => !linked.has(`${oa.oaId} ${member.memberId}`));
}

function tellInvitations(
  planned: readonly PlannedInvitation[],
  { write, linked }: { write: CommandParts['write']; linked: number },
): void {
  const counts = new Map<string, number>();
  for (const { oa } of planned) counts.set(oa.name, (counts.get(oa.name) ?? 0) + 1);
  for (const [name, count] of counts) write(`${name}: ${count} sheets\n`);
  if (linked > 0) write(`Linked already, so without a sheet: ${linked}\n`);
}

/** The sheets of a team lie together. */
function byTeam(one: PlannedInvitation, other: PlannedInvitation): number {
  const key = ({ teamNames, member }: PlannedInvitation) => `${teamNames[0] ?? ''} ${member.name}`;
  return key(one).localeCompare(key(other), 'vi');
}
