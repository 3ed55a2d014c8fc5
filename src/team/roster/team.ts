import type { TeamSettings } from '../../database/ticket-tables.ts';

export interface Team {
  teamId: string;
  areaId: string;
  name: string;
  /** Topics it takes; empty: all. */
  topics: readonly string[];
  /** Overrides of the settings of its level. */
  settings: TeamSettings;
  /** The team that took over its tickets. */
  mergedInto: string | undefined;
  closedAt: number | undefined;
}

/** A team as routing sees it. */
export interface StaffedTeam extends Team {
  /** Members who are neither away nor removed. */
  presentMembers: number;
}

export type TeamRole = 'member' | 'lead';

export interface Membership {
  teamId: string;
  role: TeamRole;
}

/** A volunteer who answers. Phone numbers stay in the store. */
export interface Member {
  memberId: string;
  name: string;
  memberships: Membership[];
  /** When the time away begins, if not yet. */
  awayFrom?: number | undefined;
  awayUntil: number | undefined;
  removedAt: number | undefined;
}

/** Whether the member can take new tickets now. */
export function isPresent(
  { awayFrom = 0, awayUntil, removedAt }: Pick<Member, 'awayFrom' | 'awayUntil' | 'removedAt'>,
  now: number,
): boolean {
  return removedAt === undefined && (awayUntil === undefined || awayUntil <= now || awayFrom > now);
}
