import { createWorkingCalendar } from '../../../src/calendar/working-hours.ts';
import type { TeamSettings } from '../../../src/database/ticket-tables.ts';
import { fullTeamSettings } from '../../../src/team/roster/team-settings.ts';
import { firstAnswerBy, nextAnswerBy, resolvedBy, type Terms } from '../../../src/ticket/timers/deadlines.ts';
import { lunarHolidays as lunar } from '../../helpers/lunar-holidays.ts';

const calendars = {
  office: createWorkingCalendar('office', { lunar }),
  volunteers: createWorkingCalendar('volunteers', { lunar }),
};
const termsOf = (level: string, own: TeamSettings = {}): Terms => ({
  settings: fullTeamSettings(level, own),
  urgent: false,
});
const village = termsOf('village');
const cluster = termsOf('cluster');
const commune = termsOf('commune');
const root = termsOf('root');

const at = (local: string) => Date.parse(`${local}:00+07:00`);
const shown = (epochMs: number) => new Date(epochMs + 7 * 60 * 60_000).toISOString().slice(0, 16);

/** A Friday at 17:40, after office hours. */
const fridayEvening = at('2026-10-09T17:40');
/** A Wednesday morning. */
const wednesday = at('2026-10-07T08:00');

describe('the first answer', () => {
  it.each([
    ['at the village within 4 hours, Saturday included', village, fridayEvening, '2026-10-10T07:40'],
    ['at the cluster within the same hours', cluster, wednesday, '2026-10-07T12:00'],
    ['at the commune within 4 office hours, so on Monday', commune, fridayEvening, '2026-10-12T14:00'],
    ['at the root team within 8 office hours', root, wednesday, '2026-10-08T09:00'],
    ['in half the time when it is urgent', { ...village, urgent: true }, wednesday, '2026-10-07T10:00'],
    ["within a team's own hours", termsOf('village', { firstAnswerHours: 1 }), wednesday, '2026-10-07T09:00'],
  ])('is due %s', (_what, terms, from, expected) => {
    expect(shown(firstAnswerBy(calendars, terms, from).dueAt)).toBe(expected);
  });

  it('has a warning after three quarters of the term', () => {
    expect(shown(firstAnswerBy(calendars, village, wednesday).warnAt)).toBe('2026-10-07T11:00');
  });
});

describe('the next answer', () => {
  it.each([
    ['within 8 hours', village, wednesday, '2026-10-07T16:00'],
    ['within 8 office hours', commune, wednesday, '2026-10-08T09:00'],
    ['within 4 when it is urgent', { ...village, urgent: true }, wednesday, '2026-10-07T12:00'],
  ])('is due %s', (_what, terms, from, expected) => {
    expect(shown(nextAnswerBy(calendars, terms, from).dueAt)).toBe(expected);
  });
});

describe('the due time of the resolution', () => {
  it('is in 5 working days of an office, also for volunteers', () => {
    const { dueAt, warnAt } = resolvedBy(calendars, village, wednesday);
    expect(shown(dueAt)).toBe('2026-10-13T17:00');
    expect(shown(warnAt)).toBe('2026-10-12T15:15');
  });

  it('skips Tết', () => {
    // 2026-02-15 to 19 are days off, and the 20th replaces the Sunday among them.
    expect(shown(resolvedBy(calendars, village, at('2026-02-12T08:00')).dueAt)).toBe('2026-02-25T17:00');
  });
});
