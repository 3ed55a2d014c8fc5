import type { Roster } from '../../src/team/roster/roster.ts';
import { fullTeamSettings } from '../../src/team/roster/team-settings.ts';
import { nextStatus, type StatusBefore, type TicketEvent } from '../../src/ticket/model/ticket-state.ts';

/** One row of `ticket_events`. */
export interface TimelineRow {
  event: string;
  at: number;
  actor: string | null;
  reason: string | null;
  data: Record<string, unknown>;
}

interface End {
  status: StatusBefore;
  teamId: string | null;
  assigneeId: string | null;
}

/** Follows a ticket from event to event. @returns where it ends, and the events that do not follow from the ones before */
export function replayTimeline(
  timeline: readonly TimelineRow[],
  roster: Roster,
): { faults: string[]; end: End } {
  const faults: string[] = [];
  const end: End = { status: 'none', teamId: null, assigneeId: null };
  let round = 0;
  for (const { event, actor, data } of timeline) {
    const status = nextStatus(end.status, event as TicketEvent);
    if (status === undefined) faults.push(`was ${event} while ${end.status}`);
    else end.status = status;
    const to = text(data.to);
    switch (event) {
      case 'opened':
        end.teamId = text(data.team);
        break;
      case 'offered':
        round += 1;
        faults.push(...faultsOfOffer(data, { teamId: end.teamId, round, roster }));
        break;
      case 'claimed':
      case 'assigned':
        end.assigneeId = event === 'claimed' ? actor : text(data.member);
        end.teamId = to ?? end.teamId;
        break;
      case 'escalated':
        if (!isAbove(to, end.teamId, roster)) faults.push(`escalated from ${end.teamId} to ${to}`);
        Object.assign(end, { teamId: to, assigneeId: null });
        round = 0;
        break;
      case 'transferred':
        Object.assign(end, { teamId: to, assigneeId: null });
        round = 0;
        break;
      case 'released':
        end.assigneeId = null;
        round = 0;
        break;
      case 'reopened':
        if (status === 'new') end.assigneeId = null;
        round = 0;
        break;
      default:
    }
    if (event !== 'opened' && data.from !== undefined && event === 'escalated' && data.from === to) {
      faults.push(`escalated to the team that had it`);
    }
  }
  return { faults, end };
}

/** Nobody is asked twice in a round, no more than the team's settings say, and rounds count from one. */
function faultsOfOffer(
  data: Record<string, unknown>,
  { teamId, round, roster }: { teamId: string | null; round: number; roster: Roster },
): string[] {
  const asked = Array.isArray(data.members) ? data.members : [];
  const team = roster.findTeam(teamId);
  const level = roster.tree.find(team?.areaId ?? '')?.level ?? 'root';
  const { offerSize, offerRounds } = fullTeamSettings(level, team?.settings ?? {});
  return [
    asked.length === 0 || asked.length > offerSize ? `was offered to ${asked.length} members` : '',
    new Set(asked).size < asked.length ? 'was offered twice to a member in a round' : '',
    data.round !== round || round > offerRounds ? `had round ${data.round} as number ${round}` : '',
  ].filter((what) => what !== '');
}

function isAbove(upper: string | null, lower: string | null, { findTeam, tree }: Roster): boolean {
  const above = findTeam(upper)?.areaId;
  const path = tree.pathOf(findTeam(lower)?.areaId).slice(1);
  return path.some(({ areaId }) => areaId === above);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
