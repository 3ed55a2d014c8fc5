import type { CalendarKind, WorkingCalendar } from '../../calendar/working-hours.ts';
import { hourMs, minuteMs } from '../../durations.ts';
import type { FullTeamSettings } from '../../team/roster/team-settings.ts';

/** Working hours by kind of team. */
export type Calendars = Record<CalendarKind, WorkingCalendar>;

/** What the due times of a ticket depend on. */
export interface Terms {
  /** Settings of the team that has it. */
  settings: FullTeamSettings;
  urgent: boolean;
}

/** Working minutes after which a waiting resident reads who has their ticket and by when. */
const holdingReplyMinutes = 10;
/** Working minutes that a resident has to name their village before the first offers. */
const placeMinutes = 3;
const waitingReminderDays = 3;
const waitingEndDays = 5;
/** Any message reopens a ticket for this long after it was closed. */
export const reopenMs = 7 * 24 * hourMs;
/** The part of a term after which its warning is due. */
export const warningShare = 0.75;

/** A due time and the moment at which three quarters of the term have passed. Epoch ms. */
export interface Deadline {
  warnAt: number;
  dueAt: number;
}

function calendarOf(calendars: Calendars, { settings }: Pick<Terms, 'settings'>): WorkingCalendar {
  return calendars[settings.calendar];
}

/** Whether the team works at this time. */
export function isWorkingHour(calendars: Calendars, terms: Terms, at: number): boolean {
  return calendarOf(calendars, terms).isWorking(at);
}

/** When the first answer is due at the current team. Urgent tickets have half the term. */
export function firstAnswerBy(calendars: Calendars, terms: Terms, from: number): Deadline {
  return answerBy(calendars, terms, { from, hours: terms.settings.firstAnswerHours });
}

/** When the answer to a later message of the resident is due. */
export function nextAnswerBy(calendars: Calendars, terms: Terms, from: number): Deadline {
  return answerBy(calendars, terms, { from, hours: terms.settings.nextAnswerHours });
}

/** When the ticket must be closed, in working days of offices, also for volunteers. */
export function resolvedBy({ office }: Calendars, terms: Terms, from: number): Deadline {
  const days = terms.settings.resolutionDays * haste(terms);
  return {
    warnAt: office.addWorkingDays(from, days * warningShare),
    dueAt: office.addWorkingDays(from, days),
  };
}

/** When an offer ends and others get it. */
export function offerEndsAt(calendars: Calendars, terms: Terms, from: number): number {
  return calendarOf(calendars, terms).addWorkingMs(
    from,
    terms.settings.offerMinutes * haste(terms) * minuteMs,
  );
}

/** How many rounds of offers a team gets before the ticket escalates: an urgent one half as many. */
export function offerRoundsOf(terms: Terms): number {
  return Math.max(1, Math.floor(terms.settings.offerRounds * haste(terms)));
}

/** When the first offers go out if the resident does not name their village earlier. */
export function placeWaitEndsAt(calendars: Calendars, terms: Terms, from: number): number {
  return calendarOf(calendars, terms).addWorkingMs(from, placeMinutes * minuteMs);
}

/** When a resident who wrote and got no answer reads who has their ticket. */
export function holdingReplyAt(calendars: Calendars, terms: Terms, from: number): number {
  return calendarOf(calendars, terms).addWorkingMs(from, holdingReplyMinutes * minuteMs);
}

/**
 * When a resident who must answer gets a reminder, and when their silence closes the ticket.
 * @param until when the reminder is, if not after the usual days
 */
export function waitingEnds(
  { office }: Calendars,
  from: number,
  until?: number,
): { remindAt: number; endAt: number } {
  const remindAt = until ?? office.addWorkingDays(from, waitingReminderDays);
  const endAt =
    until === undefined
      ? office.addWorkingDays(from, waitingEndDays)
      : office.addWorkingDays(until, waitingEndDays - waitingReminderDays);
  return { remindAt, endAt };
}

function answerBy(
  calendars: Calendars,
  terms: Terms,
  { from, hours }: { from: number; hours: number },
): Deadline {
  const calendar = calendarOf(calendars, terms);
  const ms = hours * haste(terms) * hourMs;
  return { warnAt: calendar.addWorkingMs(from, ms * warningShare), dueAt: calendar.addWorkingMs(from, ms) };
}

function haste({ urgent }: Terms): number {
  return urgent ? 0.5 : 1;
}
