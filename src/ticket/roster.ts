import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { loadAreaTree } from '../team/area-store.ts';
import type { AreaTree } from '../team/area-tree.ts';
import { listMembers } from '../team/member-store.ts';
import { isPresent, type Member, type StaffedTeam, type Team } from '../team/team.ts';
import { listTeams } from '../team/team-store.ts';

/** Areas, teams and members as they are now. Read-only. */
export interface Roster {
  tree: AreaTree;
  teams: readonly Team[];
  members: readonly Member[];
  /** Members who can be written to in Zalo: linked, and pledged to keep residents' information to themselves. */
  reachable: ReadonlySet<string>;
  findTeam(teamId: string | null): Team | undefined;
  findMember(memberId: string | null): Member | undefined;
  /** Everybody of a team who was not removed. */
  membersOf(teamId: string): Member[];
  /** The teams with how many are there now. */
  staffedTeams(now: number): StaffedTeam[];
}

export interface RosterSource {
  load(db: Kysely<Tables>): Promise<Roster>;
}

/** Keeps the roster in memory for as long as nobody changes it. */
export function createRosterSource(): RosterSource {
  let known: { version: number; roster: Roster } | undefined;
  return {
    async load(db) {
      const { version } = await db.selectFrom('roster_version').select('version').executeTakeFirstOrThrow();
      if (known?.version !== version) known = { version, roster: await readRoster(db) };
      return known.roster;
    },
  };
}

async function readRoster(db: Kysely<Tables>): Promise<Roster> {
  const reachable = await db
    .selectFrom('member_links')
    .select('member_id')
    .where('revoked_at', 'is', null)
    .where('pledged_at', 'is not', null)
    .execute();
  return createRoster({
    tree: await loadAreaTree(db),
    teams: await listTeams(db),
    members: await listMembers(db),
    reachable: new Set(reachable.map(({ member_id }) => member_id)),
  });
}

type RosterData = Pick<Roster, 'tree' | 'teams' | 'members' | 'reachable'>;

export function createRoster(data: RosterData): Roster {
  const teams = new Map(data.teams.map((team) => [team.teamId, team]));
  const members = new Map(data.members.map((member) => [member.memberId, member]));
  const byTeam = new Map<string, Member[]>();
  for (const member of data.members) {
    if (member.removedAt !== undefined) continue;
    for (const { teamId } of member.memberships) {
      byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), member]);
    }
  }
  const membersOf = (teamId: string) => byTeam.get(teamId) ?? [];
  return {
    ...data,
    findTeam: (teamId) => teams.get(teamId ?? ''),
    findMember: (memberId) => members.get(memberId ?? ''),
    membersOf,
    staffedTeams: (now) =>
      data.teams.map((team) => ({
        ...team,
        presentMembers: membersOf(team.teamId).filter((member) => isPresent(member, now)).length,
      })),
  };
}
