import type { Command } from 'commander';
import { OperatorError } from '../../errors.ts';
import { renderInvitations } from '../../member/linking/invite-sheet.ts';
import { listMembers } from '../../team/roster/member-store.ts';
import type { Member } from '../../team/roster/team.ts';
import { listTeams } from '../../team/roster/team-store.ts';
import type { CommandParts } from '../command-parts.ts';
import { makeInvitations, planInvitations } from '../invite/invite-members.ts';
import { addInviteOptions, type InviteOptions } from '../invite/invite-options.ts';
import { saveSheets } from '../invite/save-sheets.ts';

export function addInviteCommand(program: Command, parts: CommandParts): void {
  const { open, write } = parts;
  const command = program
    .command('members:invite [member...]')
    .description(
      'a sheet to print for each member: how to open the chat, and the code that links their Zalo account',
    )
    .option('--team <team>', 'everybody of this team')
    .option('--out <file>', 'write the sheets into this file instead of showing them');
  addInviteOptions(command).action(
    async (memberIds: string[], { team, out, oa, days }: InviteOptions & { team?: string; out?: string }) => {
      const { database, clock, words } = await open();
      const { db } = database;
      const members = chooseMembers(await listMembers(db), memberIds, team);
      const planned = await planInvitations({ db, members, teams: await listTeams(db), oaId: oa });
      const invitations = await makeInvitations({ db, planned, days, now: clock.now() });
      const html = renderInvitations(invitations, words.in('vi'));
      if (out === undefined) return write(html);
      await saveSheets(parts, { html, out, days, count: invitations.length });
    },
  );
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
