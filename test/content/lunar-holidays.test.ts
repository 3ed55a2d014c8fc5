import { dayMs } from '../../src/durations.ts';
import { lunarHolidays } from '../helpers/lunar-holidays.ts';

const years = Object.keys(lunarHolidays).map(Number);
const dayOf = (date: string | undefined) => Date.parse(date ?? '') / dayMs;

describe('the lunar holidays', () => {
  it('are listed for every year from 2024 to 2050', () => {
    expect(years).toEqual(Array.from({ length: 27 }, (_, at) => 2024 + at));
  });

  it.each([
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
  ])('are on the published days in %i', (year, tet, gioTo) => {
    expect(lunarHolidays[year]).toEqual({ tet, gioTo });
  });

  it('follow Vietnamese time where China, an hour ahead, has the next day', () => {
    expect(lunarHolidays[2030]?.tet).toBe('2030-02-02');
    expect(lunarHolidays[2037]?.gioTo).toBe('2037-04-24');
  });

  it.each(years)('fit the lunar calendar in %i', (year) => {
    const { tet = '', gioTo = '' } = lunarHolidays[year] ?? {};
    expect(tet >= `${year}-01-20` && tet <= `${year}-02-21`).toBe(true);
    // Two months of 29 or 30 days and nine days; a leap month more in some years.
    expect([67, 68, 69, 97, 98]).toContain(dayOf(gioTo) - dayOf(tet));
    const next = lunarHolidays[year + 1]?.tet;
    if (next) expect([353, 354, 355, 383, 384, 385]).toContain(dayOf(next) - dayOf(tet));
  });
});
