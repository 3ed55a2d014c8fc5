/**
 * `2026-01-31` → `31 January 2026`; the month as a word, because visitors may misread the order of numbers.
 */
export function englishDate(held: string): string {
  const [, month, day] = endOf(held).split('-');
  return new Intl.DateTimeFormat('en-GB', {
    ...(day && { day: 'numeric' }),
    ...(month && { month: 'long' }),
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(endOf(held)));
}

/**
 * `2026-01-31` → `31/1/2026`, `2026-01` → `1/2026`, a year unchanged; of a span such as `2023..2026` its end, of
 * `2019..`, which still holds, its start.
 */
export function vietnameseDate(held: string): string {
  return endOf(held).split('-').reverse().map(Number).join('/');
}

function endOf(held: string): string {
  const [start = held, end] = held.split('..');
  return end || start;
}
