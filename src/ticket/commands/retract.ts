import type { DecisionContext } from '../model/decision-context.ts';
import { owesAnswer } from '../model/owes-answer.ts';
import { tellResident } from '../model/resident-messages.ts';
import type { Actor, TicketEdit } from '../model/ticket-edit.ts';
import { refused, type TicketResult } from '../result.ts';
import { armAnswer, armWaitingResident, promisedAt, stopWaiting } from '../timers/arm-timers.ts';

interface RetractParams {
  memberId: string;
  /** The message has gone out: Zalo cannot recall it, so the bot asks the resident to ignore it. */
  isSent: boolean;
  /** When the member wrote it, and when the resident got the answer before it, null for none. */
  answer?: { at: number; previousAt: number | null } | undefined;
}

/**
 * The member's last message was not for this resident. Records that in the timeline, even if the assignee has changed
 * since. After an answer that has not gone out, the resident waits again.
 */
export function retract(
  edit: TicketEdit,
  context: DecisionContext,
  { memberId, isSent, answer }: RetractParams,
): TicketResult<{ isSent: boolean }> {
  if (edit.person.withdrawnAt !== null) return refused('withdrew-consent');
  const actor: Actor = { kind: 'member', id: memberId };
  edit.record({ event: 'noted', actor, reason: 'sent-by-mistake', data: { isSent } });
  if (isSent) tellResident(edit, context, { key: 'handoff.sent_by_mistake' });
  else if (answer) waitAgain(edit, context, { actor, answer });
  return { kind: 'done', isSent };
}

interface UnsentAnswer {
  actor: Actor;
  answer: NonNullable<RetractParams['answer']>;
}

/** The ticket is as if the last answer had not been written; the promised time stays, unless it has passed. */
function waitAgain(edit: TicketEdit, context: DecisionContext, { actor, answer }: UnsentAnswer): void {
  const { ticket } = edit;
  if (ticket.status === 'resolved' || ticket.last_answer_at !== answer.at) return;
  if (ticket.status === 'waiting') {
    edit.record({ event: 'reopened', actor, reason: 'sent-by-mistake' });
    stopWaiting(edit, context);
  }
  edit.set({ last_answer_at: answer.previousAt });
  if (answer.previousAt === null) edit.set({ first_answered_at: null });
  if (!owesAnswer(edit)) return;
  armAnswer(edit, { ...context, now: ticket.last_resident_at ?? ticket.created_at });
  if ((promisedAt(edit) ?? 0) <= context.now) armAnswer(edit, context);
  armWaitingResident(edit, context);
}
