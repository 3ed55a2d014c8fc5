import { nextContactTime } from '../../calendar/quiet-hours.ts';
import { vietnamOffsetMs } from '../../clock.ts';
import { namesOf } from '../commands/claim.ts';
import { close } from '../commands/close.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { owesAnswer } from '../model/owes-answer.ts';
import { tellResident } from '../model/resident-messages.ts';
import { systemActor, type TicketEdit } from '../model/ticket-edit.ts';
import { escalate, offerNext } from '../routing/offers.ts';
import { promisedAt, startAnswerTimers } from './arm-timers.ts';
import { type TimerKind, timerKinds } from './timer-kinds.ts';

const halfDayMs = 12 * 60 * 60_000;
/** Residents get no reminder in between, also when the timers run late. */
const residentQuietHours = { from: 21 * 60, until: 7 * 60 };
/** Timers that write to a resident who did not just write. */
const unpromptedTimers: ReadonlySet<TimerKind> = new Set(['window-line', 'waiting-reminder', 'waiting-end']);

type TimerHandler = (edit: TicketEdit, context: DecisionContext) => void;

/** What each timer does when it is due. It checks first whether that still makes sense. */
const handlers: Record<TimerKind, TimerHandler> = {
  unreachable: handleUnreachable,
  'staff-wrote': recordStaffAnswer,
  'staff-silent': startAfterStaff,
  'holding-reply': sendHoldingReply,
  'first-warning': noteDeadlineNear('first-answer'),
  'next-warning': noteDeadlineNear('next-answer'),
  'resolution-warning': noteDeadlineNear('resolution'),
  'window-first': windowCloses,
  'window-last': windowCloses,
  'window-line': askWhetherNeeded,
  'window-shut': turnIntoCallBack,
  offer(edit, context) {
    if (edit.ticket.status === 'new') offerNext(edit, context);
  },
  'first-answer': escalateIfMissed('first-answer'),
  'next-answer': escalateIfMissed('next-answer'),
  resolution(edit, context) {
    escalate(edit, context, 'resolution-missed');
  },
  'waiting-reminder': remindResident,
  'waiting-end': closeUnanswered,
};

/**
 * Runs the due timers of a ticket in the order of their times. A timer that starts meanwhile waits for its own time.
 */
export function runDueTimers(edit: TicketEdit, context: DecisionContext): void {
  const due = timerKinds
    .flatMap((kind) => {
      const dueAt = edit.dueAt(kind);
      return dueAt !== undefined && dueAt <= context.now ? [{ kind, dueAt }] : [];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
  for (const { kind } of due) {
    if ((edit.dueAt(kind) ?? Number.POSITIVE_INFINITY) > context.now) continue;
    edit.disarm(kind);
    const mayWriteAt = nextContactTime(residentQuietHours, context.now);
    if (unpromptedTimers.has(kind) && mayWriteAt > context.now) {
      edit.arm(kind, mayWriteAt);
      continue;
    }
    handlers[kind](edit, context);
  }
}

/** Three quarters of the term have passed. */
function noteDeadlineNear(what: TimerKind): TimerHandler {
  return (edit) =>
    edit.record({ event: 'noted', actor: systemActor, reason: 'deadline-near', data: { what } });
}

function escalateIfMissed(what: 'first-answer' | 'next-answer'): TimerHandler {
  return (edit, context) => {
    if (owesAnswer(edit)) escalate(edit, context, `${what}-missed` as const);
  };
}

/** The resident wrote a while ago and got no answer: one line, at most once per half day. */
function sendHoldingReply(edit: TicketEdit, context: DecisionContext): void {
  const { holding_reply_at, assignee_id } = edit.ticket;
  if (!owesAnswer(edit)) return;
  if (holding_reply_at !== null && halfDayOf(holding_reply_at) === halfDayOf(context.now)) return;
  const isSent = tellResident(edit, context, {
    key: assignee_id === null ? 'handoff.held_by_team' : 'handoff.held',
    values: namesOf(context, edit),
    dueAt: promisedAt(edit) ?? edit.dueAt('resolution'),
    buttons: [
      { key: 'buttons.ask_assistant', step: 'ask-assistant' },
      { key: 'buttons.not_needed', step: 'withdraw' },
    ],
  });
  if (!isSent) return;
  edit.set({ holding_reply_at: context.now });
  edit.record({ event: 'noted', actor: systemActor, reason: 'told-who-has-it' });
}

/** Morning and afternoon, as people count them. */
function halfDayOf(at: number): number {
  return Math.floor((at + vietnamOffsetMs) / halfDayMs);
}

function windowCloses(edit: TicketEdit, { windowAt, now }: DecisionContext): void {
  if (!owesAnswer(edit)) return;
  const { freeUntil } = windowAt(edit.person.lastInteractionAt, now);
  edit.record({ event: 'noted', actor: systemActor, reason: 'window-closing', data: { freeUntil } });
}

/** Asks the resident for a tap, which opens the window again. */
function askWhetherNeeded(edit: TicketEdit, context: DecisionContext): void {
  if (!owesAnswer(edit)) return;
  const isSent = tellResident(edit, context, {
    key: 'handoff.still_needed',
    buttons: [
      { key: 'buttons.still_needed', step: 'still-needed' },
      { key: 'buttons.not_needed', step: 'withdraw' },
    ],
  });
  if (isSent) edit.record({ event: 'noted', actor: systemActor, reason: 'asked-whether-needed' });
}

/** The window is closed: the ticket becomes a call-back, if we have a number. */
function turnIntoCallBack(edit: TicketEdit): void {
  if (!owesAnswer(edit)) return;
  if (edit.ticket.phone_encrypted === null) {
    return edit.record({ event: 'noted', actor: systemActor, reason: 'window-shut' });
  }
  edit.set({ kind: 'call-back' });
  edit.record({ event: 'noted', actor: systemActor, reason: 'phone-task' });
}

/** The resident blocked the OA: the ticket becomes a call-back if we have a number; otherwise it ends. */
function handleUnreachable(edit: TicketEdit, context: DecisionContext): void {
  if (edit.ticket.status === 'resolved') return;
  if (edit.ticket.phone_encrypted === null) {
    return close(edit, context, { event: 'unreachable', actor: systemActor, reason: 'unreachable' });
  }
  edit.set({ kind: 'call-back' });
  edit.record({ event: 'noted', actor: systemActor, reason: 'phone-task' });
}

/** Office staff answered by hand: the resident has their answer, but the ticket must still be closed. */
function recordStaffAnswer(edit: TicketEdit, context: DecisionContext): void {
  const { now } = context;
  if (edit.ticket.status === 'resolved') return;
  if (edit.dueAt('staff-silent') !== undefined) {
    return close(edit, context, {
      event: 'resolved',
      actor: { kind: 'staff' },
      reason: 'solved',
      done: 'other',
    });
  }
  edit.record({ event: 'noted', actor: { kind: 'staff' }, reason: 'answered-by-hand' });
  edit.set({ first_answered_at: edit.ticket.first_answered_at ?? now, last_answer_at: now });
  edit.disarm('first-warning', 'first-answer', 'next-warning', 'next-answer', 'holding-reply', 'offer');
  edit.disarm('window-first', 'window-last', 'window-line', 'window-shut');
}

/** Staff left a conversation that the resident continued: a team takes it now. */
function startAfterStaff(edit: TicketEdit, context: DecisionContext): void {
  if (edit.ticket.status !== 'new') return;
  startAnswerTimers(edit, context);
  offerNext(edit, context);
  sendHoldingReply(edit, context);
}

function remindResident(edit: TicketEdit, context: DecisionContext): void {
  if (edit.ticket.status !== 'waiting') return;
  const isSent = tellResident(edit, context, {
    key: 'handoff.waiting_for_you',
    buttons: [{ key: 'buttons.not_needed', step: 'withdraw' }],
  });
  edit.record({ event: 'noted', actor: systemActor, reason: isSent ? 'reminded' : 'window-shut' });
}

function closeUnanswered(edit: TicketEdit, context: DecisionContext): void {
  if (edit.ticket.status !== 'waiting') return;
  close(edit, context, { event: 'expired', actor: systemActor, reason: 'no-answer' });
  tellResident(edit, context, { key: 'handoff.closed_unanswered' });
}
