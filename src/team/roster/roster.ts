import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { loadAreaTree } from '../areas/area-store.ts';
import type { AreaTree } from '../areas/area-tree.ts';
import { listMembers } from './member-store.ts';
import { isPresent, type Member, type StaffedTeam, type Team } from './team.ts';
import { listTeams } from './team-store.ts';

/** Areas, teams and members as they are now. Read-only. */
export interface Roster {
  tree: AreaTree;
  teams: readonly Team[];
  members: readonly Member[];
  /** Members who can be reached in Zalo: linked, and pledged to keep residents' information confidential. */
  reachable: ReadonlySet<string>;
  /** Whether the member is this person, at this OA. */
  isSelf(memberId: string, person: { oaId: string; personId: string }): boolean;
  /** The unit of an OA: the place of a resident who names no other. */
  unitOfOa(oaId: string): string | undefined;
  findTeam(teamId: string | null): Team | undefined;
  findMember(memberId: string | null): Member | undefined;
  /** All members of a team, except removed ones. */
  membersOf(teamId: string): Member[];
  /** The teams with the number of members present now. */
  staffedTeams(now: number): StaffedTeam[];
}

export interface RosterSource {
  /** @param version of the roster, if the caller has read it already */
  load(db: Kysely<Tables>, version?: number): Promise<Roster>;
}

/** Caches the roster until its version changes. */
export function createRosterSource(): RosterSource {
  let known: { version: number; roster: Roster } | undefined;
  return {
    async load(db, read) {
      const version = read ?? (await readVersion(db));
      if (known?.version !== version) known = { version, roster: await readRoster(db) };
      return known.roster;
    },
  };
}

async function readVersion(db: Kysely<Tables>): Promise<number> {
  const { version } = await db.selectFrom('roster_version').select('version').executeTakeFirstOrThrow();
  return version;
}

async function readRoster(db: Kysely<Tables>): Promise<Roster> {
  const links = await db
    .selectFrom('member_links')
    .select(['member_id', 'oa_id', 'person_id', 'pledged_at'])
    .where('revoked_at', 'is', null)
    .execute();
  const pledged = links.filter(({ pledged_at }) => pledged_at !== null);
  const oas = await db.selectFrom('oas').select(['oa_id', 'area_id']).execute();
  return createRoster({
    units: new Map(oas.map(({ oa_id, area_id }) => [oa_id, area_id])),
    tree: await loadAreaTree(db),
    teams: await listTeams(db),
    members: await listMembers(db),
    reachable: new Set(pledged.map(({ member_id }) => member_id)),
    selves: new Map(links.map((link) => [selfKey(link.oa_id, link.person_id), link.member_id])),
  });
}

type RosterData = Pick<Roster, 'tree' | 'teams' | 'members' | 'reachable'> & {
  units: ReadonlyMap<string, string | null>;
  /** Member ids by OA and person id. */
  selves: ReadonlyMap<string, string>;
};

function selfKey(oaId: string, personId: string): string {
  return `${oaId} ${personId}`;
}

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
    isSelf: (memberId, { oaId, personId }) => data.selves.get(selfKey(oaId, personId)) === memberId,
    unitOfOa: (oaId) => data.units.get(oaId) ?? undefined,
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
