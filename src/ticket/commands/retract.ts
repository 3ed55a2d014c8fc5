import type { DecisionContext } from '../model/decision-context.ts';
import { tellResident } from '../model/resident-messages.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { refused, type TicketResult } from '../result.ts';

interface RetractParams {
  memberId: string;
  /** It has gone out: the platform cannot take it back, so the resident is asked to pass over it. */
  isSent: boolean;
}

/** A member's last words were not for this resident. Marked in the timeline; whoever has the ticket by now. */
export function retract(
  edit: TicketEdit,
  context: DecisionContext,
  { memberId, isSent }: RetractParams,
): TicketResult<{ isSent: boolean }> {
  if (edit.person.withdrawnAt !== null) return refused('withdrew-consent');
  const data = { isSent };
  edit.record({ event: 'noted', actor: { kind: 'member', id: memberId }, reason: 'sent-by-mistake', data });
  if (isSent) tellResident(edit, context, { key: 'handoff.sent_by_mistake' });
  return { kind: 'done', isSent };
}
