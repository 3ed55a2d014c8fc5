import { vietnamOffsetMs } from '../../clock.ts';
import { hourMs } from '../../durations.ts';
import { type DecisionContext, termsOf } from '../model/decision-context.ts';
import { owesAnswer } from '../model/owes-answer.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import {
  firstAnswerBy,
  holdingReplyAt,
  nextAnswerBy,
  resolvedBy,
  waitingEnds,
  warningShare,
} from './deadlines.ts';
import type { TimerKind } from './timer-kinds.ts';

/** Quiet hours. A reminder due inside them is sent 30 min before they begin. */
const quietFromHour = 21;
const quietUntilHour = 7;

const firstTimers = ['first-warning', 'first-answer'] as const satisfies TimerKind[];
const nextTimers = ['next-warning', 'next-answer'] as const satisfies TimerKind[];
const answerTimers: TimerKind[] = [...firstTimers, ...nextTimers, 'holding-reply'];
const windowTimers: TimerKind[] = ['window-first', 'window-last', 'window-line', 'window-shut'];
const resolutionTimers: TimerKind[] = ['resolution-warning', 'resolution'];
const waitingTimers: TimerKind[] = ['waiting-reminder', 'waiting-end'];

/** Starts the timer of the answer that we owe: the first one, or the next. */
export function armAnswer(edit: TicketEdit, context: DecisionContext): void {
  edit.disarm(...answerTimers);
  const terms = termsOf(context, edit.ticket);
  if (edit.ticket.first_answered_at === null) {
    const { warnAt, dueAt } = firstAnswerBy(context.calendars, terms, context.now);
    edit.arm('first-warning', warnAt);
    edit.arm('first-answer', dueAt);
    return;
  }
  const { warnAt, dueAt } = nextAnswerBy(context.calendars, terms, context.now);
  edit.arm('next-warning', warnAt);
  edit.arm('next-answer', dueAt);
}

/** Restarts the answer timers by the terms of now; a due time that was promised and has not passed never moves later. */
export function hurryAnswer(edit: TicketEdit, context: DecisionContext): void {
  const promised = promisedAt(edit);
  armAnswer(edit, context);
  const dueAt = promisedAt(edit);
  if (promised === undefined || dueAt === undefined || promised <= context.now || promised >= dueAt) return;
  const [warning, answer] = edit.ticket.first_answered_at === null ? firstTimers : nextTimers;
  edit.arm(answer, promised);
  edit.arm(warning, context.now + (promised - context.now) * warningShare);
}

/** The resident says that it is urgent: halves the answer term; the due time never moves later. */
export function makeUrgent(edit: TicketEdit, context: DecisionContext): void {
  if (edit.ticket.urgent) return;
  edit.set({ urgent: true });
  if (promisedAt(edit) !== undefined) hurryAnswer(edit, context);
}

export function armResolution(edit: TicketEdit, context: DecisionContext): void {
  const { warnAt, dueAt } = resolvedBy(context.calendars, termsOf(context, edit.ticket), context.now);
  edit.arm('resolution-warning', warnAt);
  edit.arm('resolution', dueAt);
}

/** Starts all timers of a new ticket. */
export function startAnswerTimers(edit: TicketEdit, context: DecisionContext): void {
  armAnswer(edit, context);
  armResolution(edit, context);
  armWindow(edit, context);
}

/** The resident wrote and waits for an answer: starts the window and holding-reply timers. */
export function armWaitingResident(edit: TicketEdit, context: DecisionContext): void {
  armWindow(edit, context);
  if (edit.ticket.assignee_id !== null) startHoldingReplyTimer(edit, context);
}

/** The bot does not answer either: after a while one line says who has the ticket. Counts from the first message. */
export function startHoldingReplyTimer(edit: TicketEdit, context: DecisionContext): void {
  if (edit.dueAt('holding-reply') !== undefined) return;
  edit.arm('holding-reply', holdingReplyAt(context.calendars, termsOf(context, edit.ticket), context.now));
}

/** Starts the timers of the free window that the resident's last message opened. */
export function armWindow(edit: TicketEdit, { windowAt, now }: DecisionContext): void {
  edit.disarm(...windowTimers);
  const { state, freeUntil, remindAt, keepOpenAt } = windowAt(edit.person.lastInteractionAt, now);
  if (state !== 'free') return;
  const [first = 0, last = 0] = remindAt;
  const moments: [TimerKind, number][] = [
    ['window-first', first],
    ['window-line', beforeQuietHours(keepOpenAt)],
    ['window-last', last],
    ['window-shut', freeUntil],
  ];
  for (const [kind, dueAt] of moments) if (dueAt > now && dueAt <= freeUntil) edit.arm(kind, dueAt);
}

/** The resident got an answer: stops the answer timers. */
export function stopAnswerTimers(edit: TicketEdit): void {
  edit.disarm(...answerTimers, ...windowTimers);
}

/** Starts the timers for a resident who must answer. @param until when to remind them, if not after the usual days */
export function armWaiting(edit: TicketEdit, context: DecisionContext, until?: number): void {
  stopAnswerTimers(edit);
  edit.disarm(...resolutionTimers);
  const { remindAt, endAt } = waitingEnds(context.calendars, context.now, until);
  edit.arm('waiting-reminder', remindAt);
  edit.arm('waiting-end', endAt);
}

/**
 * The ticket no longer waits for the resident; a new assignee gets the full term, also for an answer that nobody gave
 * before the ticket waited.
 */
export function stopWaiting(edit: TicketEdit, context: DecisionContext): void {
  edit.disarm(...waitingTimers);
  if (owesAnswer(edit) && promisedAt(edit) === undefined) armAnswer(edit, context);
  if (edit.dueAt('resolution') === undefined) armResolution(edit, context);
}

export function stopAllTimers(edit: TicketEdit): void {
  edit.disarm(...answerTimers, ...windowTimers, ...resolutionTimers, ...waitingTimers);
  edit.disarm('offer', 'unreachable', 'staff-wrote', 'staff-silent');
}

/** When the answer to the resident is due. */
export function promisedAt(edit: TicketEdit): number | undefined {
  return edit.dueAt('first-answer') ?? edit.dueAt('next-answer');
}

function beforeQuietHours(at: number): number {
  const local = at + vietnamOffsetMs;
  const hour = Math.floor((local % (24 * hourMs)) / hourMs);
  if (hour >= quietUntilHour && hour < quietFromHour) return at;
  const midnight = local - (local % (24 * hourMs)) - (hour < quietUntilHour ? 24 * hourMs : 0);
  return midnight + quietFromHour * hourMs - hourMs / 2 - vietnamOffsetMs;
}
