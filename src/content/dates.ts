/**
 * `2026-01-31` → `31 January 2026`; the month as a word, because visitors may misread the order of numbers.
 */
export function englishDate(held: string): string {
  const end = held.split('..').at(-1) ?? held;
  const [, month, day] = end.split('-');
  return new Intl.DateTimeFormat('en-GB', {
    ...(day && { day: 'numeric' }),
    ...(month && { month: 'long' }),
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(end));
}

/**
 * `2026-01-31` → `31/1/2026`, `2026-01` → `1/2026`, a year unchanged; of a span such as `2023..2026` its end.
 */
export function vietnameseDate(held: string): string {
  const end = held.split('..').at(-1) ?? held;
  return end.split('-').reverse().map(Number).join('/');
}
