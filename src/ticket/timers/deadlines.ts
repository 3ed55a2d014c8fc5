import type { CalendarKind, WorkingCalendar } from '../../calendar/working-hours.ts';
import { hourMs, minuteMs } from '../../durations.ts';
import type { FullTeamSettings } from '../../team/roster/team-settings.ts';

/** When people work, by kind of team. */
export type Calendars = Record<CalendarKind, WorkingCalendar>;

/** What the promised times of a ticket depend on. */
export interface Terms {
  /** Of the team that has it. */
  settings: FullTeamSettings;
  urgent: boolean;
}

/** Working time after which a resident who wrote is told who has their matter and by when. */
const holdingReplyMinutes = 10;
/** Working time that a resident is given to name their village before members are asked. */
const placeMinutes = 3;
const waitingReminderDays = 3;
const waitingEndDays = 5;
/** Any message brings a matter back for this long after it was closed. */
export const reopenMs = 7 * 24 * hourMs;
const warningShare = 0.75;

/** A promised time and the moment at which three quarters of it are gone. Epoch ms. */
export interface Deadline {
  warnAt: number;
  dueAt: number;
}

function calendarOf(calendars: Calendars, { settings }: Pick<Terms, 'settings'>): WorkingCalendar {
  return calendars[settings.calendar];
}

/** When whoever has it now must have said the first word. Urgent matters have half the time. */
export function firstAnswerBy(calendars: Calendars, terms: Terms, from: number): Deadline {
  return answerBy(calendars, terms, { from, hours: terms.settings.firstAnswerHours });
}

/** When a resident who wrote again must have an answer. */
export function nextAnswerBy(calendars: Calendars, terms: Terms, from: number): Deadline {
  return answerBy(calendars, terms, { from, hours: terms.settings.nextAnswerHours });
}

/** When the matter must be closed: working days are those of offices, whoever works on it. */
export function resolvedBy({ office }: Calendars, terms: Terms, from: number): Deadline {
  const days = terms.settings.resolutionDays * haste(terms);
  return {
    warnAt: office.addWorkingDays(from, days * warningShare),
    dueAt: office.addWorkingDays(from, days),
  };
}

/** Until when the members who were offered it may claim it before others are asked. */
export function offerEndsAt(calendars: Calendars, terms: Terms, from: number): number {
  return calendarOf(calendars, terms).addWorkingMs(
    from,
    terms.settings.offerMinutes * haste(terms) * minuteMs,
  );
}

/** When the first members are asked, if the resident does not name their village before. */
export function placeWaitEndsAt(calendars: Calendars, terms: Terms, from: number): number {
  return calendarOf(calendars, terms).addWorkingMs(from, placeMinutes * minuteMs);
}

/** When a resident who wrote and heard nothing is told who has their matter. */
export function holdingReplyAt(calendars: Calendars, terms: Terms, from: number): number {
  return calendarOf(calendars, terms).addWorkingMs(from, holdingReplyMinutes * minuteMs);
}

/** When a resident who was asked something is reminded, and when their silence closes the matter. */
export function waitingEnds({ office }: Calendars, from: number): { remindAt: number; endAt: number } {
  return {
    remindAt: office.addWorkingDays(from, waitingReminderDays),
    endAt: office.addWorkingDays(from, waitingEndDays),
  };
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
