/** The longest text taken from one message; what a person types is far shorter. */
export const maxTextLength = 10_000;

/** Text that every store takes: no NUL, and no half of a surrogate pair (PostgreSQL refuses both in jsonb). */
export function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '');
}

/** Cleaned, and cut with a final `…` when longer than `maxLength` characters. */
export function cleanAndCut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return cleanText(text);
  return `${cleanText(text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}
