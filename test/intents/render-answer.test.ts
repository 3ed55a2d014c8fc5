import { englishDate, vietnameseDate } from '../../src/content/dates.ts';

describe('dates as residents read them', () => {
  it.each([
    ['2026-01-31', '31/1/2026'],
    ['2026-01', '1/2026'],
    ['2026', '2026'],
    ['2025-07..2026-01', '1/2026'],
    ['2023..2024', '2024'],
    ['2025-05-22..2025-07', '7/2025'],
    ['2019..', '2019'],
  ])('%s → %s', (held, date) => {
    expect(vietnameseDate(held)).toBe(date);
  });
});

describe('dates as visitors read them', () => {
  it.each([
    ['2026-01-31', '31 January 2026'],
    ['2026-01', 'January 2026'],
    ['2026', '2026'],
    ['2025-05-22..2025-07', 'July 2025'],
    ['2019..', '2019'],
  ])('%s → %s', (held, date) => {
    expect(englishDate(held)).toBe(date);
  });
});
