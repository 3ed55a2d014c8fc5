/** Maximum length of a message text; what a person types is far shorter. */
export const maxTextLength = 10_000;

/**
 * Cleans text so that every store accepts it: no NUL, and no half of a surrogate pair (PostgreSQL refuses both in
 * jsonb).
 */
export function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '');
}

/** Cleans the text, and cuts it with a final `…` when it is longer than `maxLength` characters. */
export function cleanAndCut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return cleanText(text);
  return `${cleanText(text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}
