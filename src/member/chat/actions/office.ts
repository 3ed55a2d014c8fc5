import { isPresent } from '../../../team/roster/team.ts';
import { assignableTeam } from '../../../ticket/permissions.ts';
import { withoutRelay } from '../../relay/relay-rules.ts';
import { memberButton } from '../buttons.ts';
import { type MemberTurn, sayWhyNot } from '../member-context.ts';
import type { OfficeCommand } from '../office-commands.ts';
import { findMembers, findTeams } from './find-people.ts';
import { giveBack } from './pass-on.ts';

const maxChoices = 4;

/** Runs a command about a ticket of others. Who may do it is decided by the ticket. */
export async function runOfficeCommand(turn: MemberTurn, command: OfficeCommand): Promise<void> {
  const { number } = command;
  switch (command.kind) {
    case 'assign':
      return assignByName(turn, number, command.to);
    case 'hand':
      return handByName(turn, number, command.to);
    case 'return':
      return giveBack(turn, number, command.why);
    case 'dismiss': {
      const result = await turn.tickets.dismiss(number, command.why);
      if (result.kind !== 'done') return sayWhyNot(turn, number, result);
      return turn.say(turn.t('member:office.dismissed', { number, why: command.why }));
    }
    case 'merge': {
      const result = await turn.tickets.merge(number, command.into);
      if (result.kind !== 'done') return sayWhyNot(turn, number, result);
      return turn.say(turn.t('member:office.merged', { number, into: command.into }));
    }
  }
}

async function assignByName(turn: MemberTurn, number: number, typed: string): Promise<void> {
  const roster = await turn.tickets.roster();
  const view = await turn.tickets.find(number);
  const ticket = { team_id: view?.teamId ?? null, area_id: view?.areaId ?? null, topic: view?.topic ?? null };
  const by = { memberId: turn.memberId };
  const named = findMembers(roster, typed);
  const possible = named.filter((member) => assignableTeam({ roster }, ticket, { by, member }) !== undefined);
  const found = possible.length > 0 ? possible : named;
  const [only, another] = found;
  if (!only)
    return turn.say(turn.t('member:office.nobody_named', { name: typed }), { buttons: colleagues(turn) });
  if (another === undefined) return assignTicket(turn, { ticket: String(number), member: only.memberId });
  const buttons = found.slice(0, maxChoices).map(({ memberId, name, memberships }) => {
    const team = roster.findTeam(memberships[0]?.teamId ?? null)?.name ?? '';
    return memberButton(turn.t, 'assign_to', { number, data: { member: memberId }, values: { name, team } });
  });
  turn.say(turn.t('member:office.which_member', { name: typed, number }), { buttons });
}

/** Assigns a ticket to the member of a button. */
export async function assignTicket(
  turn: MemberTurn,
  { ticket, member = '' }: Record<string, string>,
): Promise<void> {
  const number = Number(ticket);
  const result = await turn.tickets.assign(number, member);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  const roster = await turn.tickets.roster();
  const name = roster.findMember(member)?.name ?? '';
  if (member !== turn.memberId) turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  turn.say(turn.t('member:office.assigned', { number, name }));
}

async function handByName(turn: MemberTurn, number: number, typed: string): Promise<void> {
  const roster = await turn.tickets.roster();
  const teams = findTeams(roster, typed);
  const [only, another] = teams;
  if (!only) {
    const isMember = findMembers(roster, typed).length > 0;
    if (isMember) return assignByName(turn, number, typed);
    return turn.say(turn.t('member:office.no_team_named', { name: typed }));
  }
  if (another === undefined) return handTicket(turn, { ticket: String(number), team: only.teamId });
  const buttons = teams
    .slice(0, maxChoices)
    .map(({ teamId, name }) =>
      memberButton(turn.t, 'hand_to', { number, data: { team: teamId }, values: { team: name } }),
    );
  turn.say(turn.t('member:office.which_team', { name: typed, number }), { buttons });
}

/** Hands a ticket to the team of a button. */
export async function handTicket(
  turn: MemberTurn,
  { ticket, team = '' }: Record<string, string>,
): Promise<void> {
  const number = Number(ticket);
  const result = await turn.tickets.transfer(number, team);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  const name = (await turn.tickets.roster()).findTeam(team)?.name ?? '';
  turn.say(turn.t('member:office.handed', { number, team: name }));
}

function colleagues({ t }: MemberTurn) {
  return [memberButton(t, 'colleagues')];
}

/** *Đồng đội*: who else is in the member's teams, leads first. */
export async function showColleagues(turn: MemberTurn): Promise<void> {
  const { t, now, memberId } = turn;
  const roster = await turn.tickets.roster();
  const own = roster.findMember(memberId)?.memberships ?? [];
  const lines = own.flatMap(({ teamId }) => {
    const others = roster.membersOf(teamId).map((member) => ({
      member,
      isLead: member.memberships.some((one) => one.teamId === teamId && one.role === 'lead'),
    }));
    return [
      t('member:office.team', { team: roster.findTeam(teamId)?.name ?? '' }),
      ...others
        .sort((a, b) => Number(b.isLead) - Number(a.isLead))
        .map(({ member, isLead }) => {
          const state = isPresent(member, now) ? 'here' : 'away';
          return t(`member:office.${isLead ? 'lead' : 'member'}_${state}`, { name: member.name });
        }),
    ];
  });
  turn.say(lines.join('\n') || t('member:list.mine_none'));
}
