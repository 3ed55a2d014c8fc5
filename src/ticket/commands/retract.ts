import type { DecisionContext } from '../model/decision-context.ts';
import { tellResident } from '../model/resident-messages.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { refused, type TicketResult } from '../result.ts';

interface RetractParams {
  memberId: string;
  /** The message has gone out: Zalo cannot recall it, so the bot asks the resident to ignore it. */
  isSent: boolean;
}

/**
 * The member's last message was not for this resident. Records that in the timeline, even if the assignee has changed since.
 */
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
