import { hourMs } from '../../src/durations.ts';
import type { TicketView } from '../../src/member/tickets/ticket-view.ts';

/** A new ticket as members see it, from a resident who wrote at `at`. */
export function ticketView(number: number, displayName: string, at: number): TicketView {
  return {
    id: number,
    number,
    oaId: 'oa',
    personId: `r${number}`,
    conversationId: number,
    status: 'new',
    topic: null,
    urgent: false,
    teamId: null,
    areaId: null,
    assigneeId: null,
    claimedAt: null,
    resolvedAt: null,
    done: null,
    places: [],
    hasVillage: true,
    villageText: null,
    address: undefined,
    displayName,
    question: 'hỏi',
    forWhom: undefined,
    waitingSince: at,
    lastResidentAt: at,
    dueAt: null,
    freeUntil: at + 48 * hourMs,
    phone: null,
    isOffered: true,
    earlierEnd: undefined,
    closeBy: null,
    overdueSince: undefined,
    escalatedTo: undefined,
    returned: undefined,
  };
}
