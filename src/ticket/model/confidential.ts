import type { Roster } from '../../team/roster/roster.ts';

/** Topic of a ticket about a person of the office or of a team. */
export const grievanceTopic = 'grievance';

/**
 * Whether a ticket may be about a member of the teams of its place: it goes to the root team and stays there, and no
 * team below sees it. Pure.
 */
export function isConfidential({ topic }: { topic: string | null | undefined }): boolean {
  return topic === grievanceTopic;
}

/** Whether a team may get a ticket: a confidential one only the root team. Pure. */
export function mayGoTo(
  teamId: string,
  ticket: { topic: string | null },
  { roster }: { roster: Pick<Roster, 'findTeam' | 'tree'> },
): boolean {
  return !isConfidential(ticket) || roster.findTeam(teamId)?.areaId === roster.tree.root?.areaId;
}
