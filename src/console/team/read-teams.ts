import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { isPresent } from '../../team/roster/team.ts';
import { type Sight, visibleTo } from '../access/sight.ts';

/** A team as its members and the leads above see it. */
export interface TeamCard {
  teamId: string;
  name: string;
  place: string;
  /** Tickets that nobody has claimed, and how long the oldest of them waits. */
  unclaimed: number;
  oldestAt: number | undefined;
  /** Tickets whose promised time has passed. */
  overdue: number;
  members: MemberCard[];
}

interface MemberCard {
  memberId: string;
  name: string;
  isLead: boolean;
  /** Linked in Zalo, so that tickets can reach them. */
  isReachable: boolean;
  awayUntil: number | undefined;
  /** Their open tickets that the viewer sees. */
  open: number;
  /** What they closed in the last thirty days. */
  closed: number;
}

interface TeamsQuery {
  sight: Sight;
  roster: Roster;
  now: number;
  /** Since when closed tickets count. */
  since: number;
  /** A condition on `t`: its promised time has passed. */
  isOverdue: RawBuilder<boolean>;
}

/** The teams in sight: those with unclaimed or overdue tickets first. */
export async function readTeams(db: Kysely<Tables>, query: TeamsQuery): Promise<TeamCard[]> {
  const { sight, roster } = query;
  const waiting = await countByTeam(db, query);
  const loads = await countByMember(db, query);
  return roster.teams
    .filter(({ teamId, closedAt, mergedInto }) => {
      return sight.teamIds.has(teamId) && closedAt === undefined && mergedInto === undefined;
    })
    .map(({ teamId, name, areaId }) => {
      const { unclaimed = 0, oldest = null, overdue = 0 } = waiting.get(teamId) ?? {};
      const place = roster.tree.find(areaId)?.name ?? '';
      const members = roster.membersOf(teamId).map((member) => ({
        memberId: member.memberId,
        name: member.name,
        isLead: member.memberships.some((one) => one.teamId === teamId && one.role === 'lead'),
        isReachable: roster.reachable.has(member.memberId),
        awayUntil: isPresent(member, query.now) ? undefined : member.awayUntil,
        open: Number(loads.get(member.memberId)?.open ?? 0),
        closed: Number(loads.get(member.memberId)?.closed ?? 0),
      }));
      const oldestAt = oldest === null ? undefined : Number(oldest);
      return {
        teamId,
        name: name.trim() || place,
        place,
        unclaimed: Number(unclaimed),
        oldestAt,
        overdue: Number(overdue),
        members,
      };
    })
    .sort((a, b) => b.overdue - a.overdue || b.unclaimed - a.unclaimed || a.name.localeCompare(b.name, 'vi'));
}

interface TeamRow {
  team_id: string;
  unclaimed: number | string;
  oldest: number | string | null;
  overdue: number | string;
}

async function countByTeam(
  db: Kysely<Tables>,
  { sight, isOverdue }: TeamsQuery,
): Promise<Map<string, TeamRow>> {
  const { rows } = await sql<TeamRow>`
    select t.team_id, count(*) filter (where t.status = 'new') as unclaimed,
      min(coalesce(t.last_resident_at, t.created_at)) filter (where t.status = 'new') as oldest,
      count(*) filter (where ${isOverdue}) as overdue
    from tickets t where ${visibleTo(sight)} and t.status <> 'resolved' group by t.team_id`.execute(db);
  return new Map(rows.map((row) => [row.team_id, row]));
}

interface MemberRow {
  assignee_id: string;
  open: number | string;
  closed: number | string;
}

async function countByMember(
  db: Kysely<Tables>,
  { sight, since }: TeamsQuery,
): Promise<Map<string, MemberRow>> {
  const { rows } = await sql<MemberRow>`
    select t.assignee_id, count(*) filter (where t.status <> 'resolved') as open,
      count(*) filter (where t.status = 'resolved' and t.reason = 'solved') as closed
    from tickets t
    where ${visibleTo(sight)} and t.assignee_id is not null
      and (t.status <> 'resolved' or t.resolved_at >= ${since})
    group by t.assignee_id`.execute(db);
  return new Map(rows.map((row) => [row.assignee_id, row]));
}
