import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { type AreaTree, createAreaTree } from '../team/area-tree.ts';
import { isPresent, type Member, type StaffedTeam, type Team } from '../team/team.ts';

/** A member as one OA knows them. */
export interface RosterLink {
  memberId: string;
  oaId: string;
  personId: string;
}

/** Areas, teams and members as they are now. Read-only. */
export interface Roster {
  tree: AreaTree;
  teams: readonly Team[];
  members: readonly Member[];
  links: readonly RosterLink[];
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
  const areas = await db.selectFrom('areas').selectAll().orderBy('area_id').execute();
  const teams = await db.selectFrom('teams').selectAll().orderBy('team_id').execute();
  const members = await db.selectFrom('members').selectAll().orderBy('member_id').execute();
  const roles = await db.selectFrom('team_members').selectAll().execute();
  const links = await db.selectFrom('member_links').selectAll().where('revoked_at', 'is', null).execute();
  return createRoster({
    tree: createAreaTree(
      areas.map((area) => ({
        areaId: area.area_id,
        level: area.level,
        name: area.name,
        parentId: area.parent_id ?? undefined,
        validFrom: area.valid_from ?? undefined,
        validUntil: area.valid_until ?? undefined,
      })),
    ),
    teams: teams.map((team) => ({
      teamId: team.team_id,
      areaId: team.area_id,
      name: team.name,
      topics: team.topics,
      settings: team.settings,
      mergedInto: team.merged_into ?? undefined,
      closedAt: team.closed_at ?? undefined,
    })),
    members: members.map((member) => ({
      memberId: member.member_id,
      name: member.name,
      memberships: roles
        .filter((one) => one.member_id === member.member_id)
        .map(({ team_id, role }) => ({ teamId: team_id, role })),
      awayUntil: member.away_until ?? undefined,
      removedAt: member.removed_at ?? undefined,
    })),
    links: links.map((link) => ({
      memberId: link.member_id,
      oaId: link.oa_id,
      personId: link.person_id,
    })),
  });
}

type RosterData = Pick<Roster, 'tree' | 'teams' | 'members' | 'links'>;

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
