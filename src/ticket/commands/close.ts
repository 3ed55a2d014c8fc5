import type { ClosingReason, DoneKind } from '../../database/ticket-tables.ts';
import { isConfidential } from '../model/confidential.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { tellResident } from '../model/resident-messages.ts';
import { type Actor, residentActor, type TicketEdit } from '../model/ticket-edit.ts';
import type { TicketEvent } from '../model/ticket-state.ts';
import { actorOf, type Caller, mayLead } from '../permissions.ts';
import type { TicketReason } from '../reasons.ts';
import { refused, type TicketResult } from '../result.ts';
import { stopAllTimers } from '../timers/arm-timers.ts';
import { type AnswerAttachment, answer } from './answer.ts';
import { claim, takenBy } from './claim.ts';

/** What was done; the texts are `operator:done.<id>`. */
export const doneKinds = [
  'called',
  'visited',
  'self',
  'unreachable',
  'other',
] as const satisfies readonly DoneKind[];

interface CloseParams {
  event: TicketEvent;
  actor: Actor;
  reason: ClosingReason;
  /** For the timeline, when it is more specific than the reason. */
  why?: TicketReason;
  done?: DoneKind | undefined;
  /** What a person typed about it. */
  text?: string | undefined;
  data?: Record<string, unknown>;
}

/** Closes the ticket: stops its timers and ends its offers. */
export function close(edit: TicketEdit, { now }: DecisionContext, closing: CloseParams): void {
  const { event, actor, reason, why = reason, done, text, data } = closing;
  edit.record({ event, actor, reason: why, text, data: { ...data, ...(done ? { done } : {}) } });
  edit.set({ reason, done: done ?? null, resolved_at: now });
  edit.closeOffers();
  stopAllTimers(edit);
}

interface ResolveParams {
  by: { memberId: string };
  done: string;
  /** A last message to the resident, with a picture or document of the result. */
  text?: string | undefined;
  attachments?: AnswerAttachment[] | undefined;
}

/** A member closes a ticket and says what was done; the bot asks the resident whether it is solved. */
export function resolve(edit: TicketEdit, context: DecisionContext, params: ResolveParams): TicketResult {
  const { memberId } = params.by;
  const done = doneKinds.find((kind) => kind === params.done);
  if (!done) return refused('needs-done');
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id === null) {
    const claimed = claim(edit, context, memberId);
    if (claimed.kind !== 'done') return claimed;
  }
  if (ticket.assignee_id !== memberId) return takenBy(edit, context);
  if (params.text || params.attachments?.length) {
    const answered = answer(edit, context, { ...params, memberId });
    if (answered.kind !== 'done') return answered;
  }
  const isUnreachable = done === 'unreachable';
  if (!isUnreachable) edit.set({ first_answered_at: ticket.first_answered_at ?? context.now });
  close(edit, context, {
    event: isUnreachable ? 'unreachable' : 'resolved',
    actor: actorOf(params.by),
    reason: isUnreachable ? 'unreachable' : 'solved',
    done,
  });
  askWhetherDone(edit, context, isUnreachable ? 'handoff.could_not_reach' : 'handoff.is_it_done');
  return { kind: 'done' };
}

function askWhetherDone(edit: TicketEdit, context: DecisionContext, key: string): void {
  tellResident(edit, context, {
    key,
    buttons: [
      { key: 'buttons.done', step: 'done', says: 'done' },
      { key: 'buttons.not_done', step: 'not-done', says: 'not-done' },
    ],
  });
}

/** Closing reasons after which a message of the resident reopens the ticket. */
const reopenableReasons = new Set<ClosingReason | null>(['no-answer', 'unreachable']);

/**
 * The resident says that it is solved: closes the ticket, even if it was reopened meanwhile or closed as unreachable.
 */
export function confirmDone(edit: TicketEdit, context: DecisionContext): void {
  const { status, reason } = edit.ticket;
  if (status !== 'resolved') {
    return close(edit, context, {
      event: 'resolved',
      actor: residentActor,
      reason: 'solved',
      why: 'said-done',
    });
  }
  if (!reopenableReasons.has(reason)) return;
  edit.record({ event: 'noted', actor: residentActor, reason: 'said-done' });
  edit.set({ reason: 'solved' });
}

interface DismissParams {
  by: Caller;
  /** Why it is no request, as the caller typed it. */
  text?: string | undefined;
}

/** A lead or a member of the office discards a ticket that is no request. The resident gets no message. */
export function dismiss(
  edit: TicketEdit,
  context: DecisionContext,
  { by, text }: DismissParams,
): TicketResult {
  if (edit.ticket.status === 'resolved') return refused('resolved');
  if (!mayLead(context, by, edit.ticket)) return refused('not-a-lead');
  close(edit, context, { event: 'resolved', actor: actorOf(by), reason: 'spam', text });
  return { kind: 'done' };
}

/** The resident no longer needs it. */
export function withdraw(
  edit: TicketEdit,
  context: DecisionContext,
  actor: Actor,
  why?: 'consent-withdrawn',
): TicketResult {
  if (!edit.can('withdrawn')) return refused('resolved');
  close(edit, context, { event: 'withdrawn', actor, reason: 'withdrawn', ...(why && { data: { why } }) });
  return { kind: 'done' };
}

/** Two tickets are the same request: closes the first as part of the second. */
export function merge(
  edit: TicketEdit,
  into: TicketEdit,
  { context, by }: { context: DecisionContext; by: Caller },
): TicketResult {
  if (edit.ticket.conversation_id !== into.ticket.conversation_id) return refused('other-resident');
  if (edit.ticket.status === 'resolved' || into.ticket.status === 'resolved') return refused('resolved');
  if (edit.ticket.id === into.ticket.id) return refused('not-waiting-for-it');
  if (isConfidential(edit.ticket) !== isConfidential(into.ticket)) return refused('confidential');
  const isOwn = 'memberId' in by && into.ticket.assignee_id === by.memberId;
  if (!isOwn && !mayLead(context, by, edit.ticket)) return refused('not-yours');
  const actor = actorOf(by);
  const { number: target } = into.ticket;
  close(edit, context, { event: 'merged', actor, reason: 'merged', data: { into: target } });
  edit.set({ merged_into: target });
  into.record({ event: 'noted', actor, reason: 'merged-from', data: { from: edit.ticket.number } });
  const lastWrote = Math.max(into.ticket.last_resident_at ?? 0, edit.ticket.last_resident_at ?? 0);
  into.set({
    last_resident_at: lastWrote || null,
    urgent: into.ticket.urgent || edit.ticket.urgent,
    phone_encrypted: into.ticket.phone_encrypted ?? edit.ticket.phone_encrypted,
  });
  return { kind: 'done' };
}
