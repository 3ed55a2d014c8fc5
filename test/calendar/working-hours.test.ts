import * as fc from 'fast-check';
import { createWorkingCalendar } from '../../src/calendar/working-hours.ts';
import { hourMs } from '../../src/durations.ts';
import { lunarHolidays as lunar } from '../helpers/lunar-holidays.ts';

const office = createWorkingCalendar('office', { lunar });
const volunteers = createWorkingCalendar('volunteers', { lunar });

/** A time in Vietnam: "2026-10-07 08:00". */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+07:00`);
const show = (time: number) => new Date(time + 7 * hourMs).toISOString().slice(0, 16).replace('T', ' ');

describe('adding working time', () => {
  it.each([
    ['within a morning', 'office', '2026-10-07 08:00', 2, '2026-10-07 10:00'],
    ['over noon', 'office', '2026-10-07 10:30', 2, '2026-10-07 14:30'],
    ['up to the last minute of a day', 'office', '2026-10-07 13:30', 3.5, '2026-10-07 17:00'],
    ['from before the morning', 'office', '2026-10-07 05:00', 1, '2026-10-07 09:00'],
    ['from noon', 'office', '2026-10-07 12:00', 1, '2026-10-07 14:30'],
    ['over a weekend', 'office', '2026-10-09 16:00', 4, '2026-10-12 11:00'],
    ['Friday 17:40, four hours', 'office', '2026-10-09 17:40', 4, '2026-10-12 14:00'],
    ['Friday 17:40, four hours of volunteers', 'volunteers', '2026-10-09 17:40', 4, '2026-10-10 07:40'],
    ['Saturday, volunteers', 'volunteers', '2026-10-10 09:00', 4, '2026-10-10 13:00'],
    ['at night, volunteers', 'volunteers', '2026-10-10 23:30', 4, '2026-10-11 11:00'],
    ['over Tết', 'office', '2026-02-13 16:00', 4, '2026-02-23 11:00'],
    ['over Tết, volunteers', 'volunteers', '2026-02-14 20:00', 4, '2026-02-20 10:00'],
    ['on the first day of Tết', 'volunteers', '2026-02-17 09:00', 4, '2026-02-20 11:00'],
    ['over the turn of the year', 'office', '2026-12-31 16:30', 1, '2027-01-04 08:30'],
    ['over a holiday made up for on Monday', 'office', '2026-04-24 17:00', 1, '2026-04-28 09:00'],
    [
      'a Monday made up for is a working day of volunteers',
      'volunteers',
      '2026-04-26 08:00',
      1,
      '2026-04-27 08:00',
    ],
    [
      'in the middle of a night of the year before the epoch',
      'office',
      '1969-12-31 23:00',
      1,
      '1970-01-02 09:00',
    ],
  ] as const)('%s', (_title, kind, from, hours, expected) => {
    expect(show(createWorkingCalendar(kind, { lunar }).addWorkingMs(at(from), hours * hourMs))).toBe(
      expected,
    );
  });

  it('returns the start when nothing is added', () => {
    expect(show(office.addWorkingMs(at('2026-10-10 12:00'), 0))).toBe('2026-10-10 12:00');
  });

  it.each([
    ['five days from a Wednesday morning', '2026-10-07 10:00', 5, '2026-10-14 10:00'],
    ['five days from a Friday evening', '2026-10-09 17:40', 5, '2026-10-16 17:00'],
    ['half a day', '2026-10-07 08:00', 0.5, '2026-10-07 11:30'],
  ])('counts days: %s', (_title, from, days, expected) => {
    expect(show(office.addWorkingDays(at(from), days))).toBe(expected);
  });

  it('skips the extra days off', () => {
    const calendar = createWorkingCalendar('volunteers', { extra: ['2026-10-08', '2026-10-09'] });
    expect(show(calendar.addWorkingMs(at('2026-10-07 20:00'), 2 * hourMs))).toBe('2026-10-10 08:00');
  });

  it('refuses an invalid duration', () => {
    for (const ms of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => office.addWorkingMs(0, ms)).toThrow(RangeError);
    }
  });

  it('throws when the extra days off leave no working day', () => {
    const days = Array.from({ length: 900 }, (_, day) =>
      new Date(at('2026-10-01 12:00') + day * 24 * hourMs).toISOString().slice(0, 10),
    );
    const never = createWorkingCalendar('volunteers', { extra: days });
    expect(() => never.addWorkingMs(at('2026-10-07 08:00'), hourMs)).toThrow('no working day');
  });
});

describe('whether people work', () => {
  it.each([
    ['office', '2026-10-07 08:00', true],
    ['office', '2026-10-07 11:29', true],
    ['office', '2026-10-07 11:30', false],
    ['office', '2026-10-07 13:29', false],
    ['office', '2026-10-07 16:59', true],
    ['office', '2026-10-07 17:00', false],
    ['office', '2026-10-10 09:00', false],
    ['volunteers', '2026-10-10 09:00', true],
    ['volunteers', '2026-10-10 06:59', false],
    ['volunteers', '2026-10-10 20:59', true],
    ['volunteers', '2026-10-10 21:00', false],
    ['office', '2026-02-20 09:00', false],
    ['volunteers', '2026-02-19 09:00', false],
    ['volunteers', '2026-09-02 09:00', false],
  ] as const)('%s at %s: %s', (kind, time, expected) => {
    expect(createWorkingCalendar(kind, { lunar }).isWorking(at(time))).toBe(expected);
  });
});

describe('working time between two moments', () => {
  it.each([
    ['a whole day', office, '2026-10-07 00:00', '2026-10-08 00:00', 7],
    ['a whole week', office, '2026-10-05 00:00', '2026-10-12 00:00', 35],
    ['a whole week of volunteers', volunteers, '2026-10-05 00:00', '2026-10-12 00:00', 98],
    ['the holiday week of Tết', office, '2026-02-14 00:00', '2026-02-23 08:00', 0],
    ['backwards', office, '2026-10-07 11:00', '2026-10-07 09:00', 0],
  ])('%s', (_title, calendar, from, to, hours) => {
    expect(calendar.workingMsBetween(at(from), at(to)) / hourMs).toBe(hours);
  });
});

describe.each([
  ['office', office],
  ['volunteers', volunteers],
])('the working hours of the %s', (_kind, calendar) => {
  const moments = fc.integer({ min: at('2024-01-01 00:00'), max: at('2028-12-31 00:00') });
  const lengths = fc.integer({ min: 1, max: 80 * hourMs });

  it('never lead back in time; more time leads further', () => {
    void fc.assert(
      fc.property(moments, lengths, lengths, (from, less, more) => {
        const due = calendar.addWorkingMs(from, less);
        expect(due).toBeGreaterThan(from);
        expect(calendar.addWorkingMs(from, less + more)).toBeGreaterThan(due);
      }),
    );
  });

  it('end no sooner when they start later', () => {
    void fc.assert(
      fc.property(moments, fc.nat(40 * hourMs), lengths, (from, later, ms) => {
        expect(calendar.addWorkingMs(from + later, ms)).toBeGreaterThanOrEqual(
          calendar.addWorkingMs(from, ms),
        );
      }),
    );
  });

  it('give the same result in one step or two', () => {
    void fc.assert(
      fc.property(moments, lengths, lengths, (from, one, other) => {
        const inTwo = calendar.addWorkingMs(calendar.addWorkingMs(from, one), other);
        expect(calendar.addWorkingMs(from, one + other)).toBe(inTwo);
      }),
    );
  });

  it('measure exactly what was added', () => {
    void fc.assert(
      fc.property(moments, lengths, (from, ms) => {
        const due = calendar.addWorkingMs(from, ms);
        expect(calendar.workingMsBetween(from, due)).toBe(ms);
        expect(calendar.isWorking(due - 1)).toBe(true);
      }),
    );
  });

  it('add up across any moment in between', () => {
    void fc.assert(
      fc.property(moments, fc.nat(400 * hourMs), fc.nat(400 * hourMs), (from, one, other) => {
        const [middle, end] = [from + one, from + one + other];
        expect(calendar.workingMsBetween(from, middle) + calendar.workingMsBetween(middle, end)).toBe(
          calendar.workingMsBetween(from, end),
        );
      }),
    );
  });
});
