import type { TeamSettings } from '../../database/ticket-tables.ts';

export interface Team {
  teamId: string;
  areaId: string;
  name: string;
  /** Topics it takes; empty: all. */
  topics: readonly string[];
  /** What it does otherwise than the teams of its level. */
  settings: TeamSettings;
  /** The team that took over its work. */
  mergedInto: string | undefined;
  closedAt: number | undefined;
}

/** A team as routing sees it. */
export interface StaffedTeam extends Team {
  /** Members who are there now: neither away nor removed. */
  presentMembers: number;
}

export type TeamRole = 'member' | 'lead';

export interface Membership {
  teamId: string;
  role: TeamRole;
}

/** Somebody who answers. Phone numbers stay in the store. */
export interface Member {
  memberId: string;
  name: string;
  memberships: Membership[];
  awayUntil: number | undefined;
  removedAt: number | undefined;
}

/** Whether somebody can take new work now. */
export function isPresent(
  { awayUntil, removedAt }: Pick<Member, 'awayUntil' | 'removedAt'>,
  now: number,
): boolean {
  return removedAt === undefined && (awayUntil === undefined || awayUntil <= now);
}
