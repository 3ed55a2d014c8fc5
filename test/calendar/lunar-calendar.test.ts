import * as fc from 'fast-check';
import { type LunarMonth, lunarMonthStart } from '../../src/calendar/lunar-calendar.ts';
import { dayMs } from '../../src/durations.ts';

const date = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

describe('Tết', () => {
  it.each([
    [2020, '2020-01-25'],
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
  ])('of %i is on the published day', (year, day) => {
    expect(date(lunarMonthStart(year, 1))).toBe(day);
  });

  it.each([
    ['a new moon in the last hour of our day', 2007, '2007-02-17'],
    ['a new moon in the last hour of our day', 2030, '2030-02-02'],
    ['a new moon in the last hour of our day', 1968, '1968-01-29'],
    ['a solstice in the last hour of our day, so a leap month later', 1985, '1985-01-21'],
  ])('is not when China has it: %s (%i)', (_why, year, day) => {
    expect(date(lunarMonthStart(year, 1))).toBe(day);
  });
});

describe('the tenth of the third month', () => {
  it.each([
    [2017, '2017-04-06'],
    [2018, '2018-04-25'],
    [2019, '2019-04-14'],
    [2020, '2020-04-02'],
    [2021, '2021-04-21'],
    [2022, '2022-04-10'],
    [2023, '2023-04-29'],
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
  ])('of %i is on the published day', (year, day) => {
    expect(date(lunarMonthStart(year, 3) + 9)).toBe(day);
  });

  it('comes after the leap month of a year that has one before it', () => {
    expect(date(lunarMonthStart(2023, 2))).toBe('2023-02-20');
    expect(date(lunarMonthStart(2023, 3))).toBe('2023-04-20');
  });
});

describe('lunar months', () => {
  const years = fc.integer({ min: 1968, max: 2100 });

  it('are 29 or 30 days long, twice that around a leap month', () => {
    const months = fc.integer({ min: 1, max: 9 });
    void fc.assert(
      fc.property(years, months, (year, month) => {
        const length =
          lunarMonthStart(year, (month + 1) as LunarMonth) - lunarMonthStart(year, month as LunarMonth);
        expect([29, 30, 58, 59, 60]).toContain(length);
      }),
    );
  });

  it('make years that begin between 20 January and 21 February and are 12 or 13 months long', () => {
    void fc.assert(
      fc.property(years, (year) => {
        const first = lunarMonthStart(year, 1);
        expect(date(first) >= `${year}-01-20` && date(first) <= `${year}-02-21`).toBe(true);
        expect([353, 354, 355, 383, 384, 385]).toContain(lunarMonthStart(year + 1, 1) - first);
      }),
    );
  });
});
