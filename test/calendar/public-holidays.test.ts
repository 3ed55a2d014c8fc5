import { daysOffIn, isWeekend } from '../../src/calendar/public-holidays.ts';
import { dayMs } from '../../src/durations.ts';
import { lunarHolidays } from '../helpers/lunar-holidays.ts';

const date = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

const lunar: typeof lunarHolidays = {
  2021: { tet: '2021-02-12', gioTo: '2021-04-21' },
  2022: { tet: '2022-02-01', gioTo: '2022-04-10' },
  2023: { tet: '2023-01-22', gioTo: '2023-04-29' },
  ...lunarHolidays,
};

/** Weekdays on which offices are closed. */
function weekdaysOff(year: number): string[] {
  const { holidays, substitutes } = daysOffIn(year, lunar[year]);
  return [...holidays, ...substitutes]
    .filter((day) => !isWeekend(day))
    .sort((a, b) => a - b)
    .map(date);
}

describe('the weekday holidays', () => {
  it.each([
    [2021, 'Tết', ['2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16']],
    [2022, 'Tết', ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04']],
    [2023, 'Tết', ['2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26']],
    [2024, 'Tết', ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14']],
    [2025, 'Tết', ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']],
    [2026, 'Tết', ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']],
    [2022, 'the tenth of the third month, a Sunday', ['2022-04-11']],
    [2026, 'the tenth of the third month, a Sunday', ['2026-04-27']],
    [2022, '30 April and 1 May, a weekend', ['2022-05-02', '2022-05-03']],
    [2023, 'three holidays in a row, two on a weekend', ['2023-05-01', '2023-05-02', '2023-05-03']],
    [2023, 'New Year, a Sunday', ['2023-01-02']],
    [2021, '2 September, a Thursday', ['2021-09-02', '2021-09-03']],
    [2022, '2 September, a Friday', ['2022-09-01', '2022-09-02']],
    [2023, '2 September, a Saturday', ['2023-09-01', '2023-09-04']],
    [2024, '2 September, a Monday', ['2024-09-02', '2024-09-03']],
    [2025, '2 September, a Tuesday', ['2025-09-01', '2025-09-02']],
    [2026, '2 September, a Wednesday', ['2026-09-01', '2026-09-02']],
  ])("of %i match the government's announcement: %s", (year, _what, days) => {
    const [first = '', last = ''] = [days[0], days.at(-1)];
    const around = weekdaysOff(year).filter((day) => day >= first && day <= last);
    expect(around).toEqual(days);
  });

  it('of a year are complete', () => {
    expect(weekdaysOff(2025)).toEqual([
      '2025-01-01',
      '2025-01-27',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-04-07',
      '2025-04-30',
      '2025-05-01',
      '2025-09-01',
      '2025-09-02',
    ]);
  });
});
