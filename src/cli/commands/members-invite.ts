import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Dependencies } from '../../dependencies.ts';
import { OperatorError } from '../../errors.ts';
import { type Invitation, renderInvitations } from '../../member/linking/invite-sheet.ts';
import { createInvite, inviteLifeMs } from '../../member/linking/invite-store.ts';
import { loadAreaTree } from '../../team/areas/area-store.ts';
import { listMembers } from '../../team/roster/member-store.ts';
import type { Member, Team } from '../../team/roster/team.ts';
import { listTeams } from '../../team/roster/team-store.ts';
import type { CommandParts } from '../command-parts.ts';

interface InviteOptions {
  oa?: string;
  team?: string;
  out?: string;
}

interface Oa {
  oaId: string;
  name: string;
  areaId: string | null;
}

export function addInviteCommand(program: Command, parts: CommandParts): void {
  const { open, write, folder = '' } = parts;
  program
    .command('members:invite [member...]')
    .description(
      'a sheet to print for each member: how to open the chat, and the code that links their Zalo account',
    )
    .option('--team <team>', 'everybody of this team')
    .option('--oa <id>', "the OA they link to; the one of their team's commune when missing")
    .option('--out <file>', 'write the sheets into this file instead of showing them')
    .action(async (memberIds: string[], options: InviteOptions) => {
      const dependencies = await open();
      const invitations = await invite(dependencies, memberIds, options);
      const html = renderInvitations(invitations, dependencies.words.in('vi'));
      if (options.out === undefined) return write(html);
      const file = resolve(folder, options.out);
      await writeFile(file, html, { mode: 0o600 });
      write(`${invitations.length} sheets are in ${file}. Print them; each code works once, for 7 days.\n`);
    });
}

async function invite(
  { database, clock }: Dependencies,
  memberIds: string[],
  options: InviteOptions,
): Promise<Invitation[]> {
  const { db } = database;
  const teams = await listTeams(db);
  const members = chooseMembers(await listMembers(db), memberIds, options.team);
  const chooseOa = await createOaChoice(db, teams, options.oa);
  const now = clock.now();
  const invitations: Invitation[] = [];
  for (const member of members) {
    const oa = chooseOa(member);
    invitations.push({
      name: member.name,
      teams: member.memberships.map(
        ({ teamId }) => teams.find((team) => team.teamId === teamId)?.name ?? teamId,
      ),
      oaId: oa.oaId,
      oaName: oa.name,
      code: await createInvite(db, { memberId: member.memberId, oaId: oa.oaId, now }),
      expiresAt: now + inviteLifeMs,
    });
  }
  return invitations;
}

function chooseMembers(
  members: readonly Member[],
  memberIds: string[],
  teamId: string | undefined,
): Member[] {
  const here = members.filter(({ removedAt }) => removedAt === undefined);
  const unknown = memberIds.find((id) => !here.some(({ memberId }) => memberId === id));
  if (unknown !== undefined) throw new OperatorError(`There is no member "${unknown}". See members:list.`);
  const chosen = here.filter(
    ({ memberId, memberships }) =>
      memberIds.includes(memberId) || memberships.some((membership) => membership.teamId === teamId),
  );
  if (chosen.length === 0) throw new OperatorError('Name members, or a team with --team. See members:list.');
  return chosen;
}

async function createOaChoice(
  db: Dependencies['database']['db'],
  teams: readonly Team[],
  oaId: string | undefined,
): Promise<(member: Member) => Oa> {
  const rows = await db
    .selectFrom('oas')
    .select(['oa_id', 'name', 'area_id'])
    .orderBy('connected_at')
    .execute();
  const oas = rows.map((row): Oa => ({ oaId: row.oa_id, name: row.name ?? row.oa_id, areaId: row.area_id }));
  const given = oas.find((oa) => oa.oaId === oaId);
  if (oaId !== undefined && !given) throw new OperatorError(`No OA ${oaId} is connected. See oa:list.`);
  const tree = await loadAreaTree(db);
  return ({ memberId, memberships }) => {
    const areaIds = memberships.flatMap(({ teamId }) =>
      tree.pathOf(teams.find((team) => team.teamId === teamId)?.areaId).map((area) => area.areaId),
    );
    const nearest = areaIds.flatMap((areaId) => oas.find((oa) => oa.areaId === areaId) ?? [])[0];
    const chosen = given ?? nearest ?? (oas.length === 1 ? oas[0] : undefined);
    if (!chosen)
      throw new OperatorError(`Which OA is ${memberId} to link to? Name it with --oa. See oa:list.`);
    return chosen;
  };
}
