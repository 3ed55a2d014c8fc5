/** Maximum length of a message text; what a person types is far shorter. */
export const maxTextLength = 10_000;

const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
/** Control characters, and signs that turn the direction of text or hide in it. Emoji keep their joiners. */
const unseen =
  /[^\P{Cc}\n\t]|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;

/**
 * Cleans text so that every store accepts it and nobody is deceived by it: no NUL and no half of a surrogate pair
 * (PostgreSQL refuses both in jsonb), no control characters, nothing that is not seen or makes text look like another.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(lineEnds, '\n')
    .replaceAll(unseen, '');
}

/** Cleans the text, and cuts it with a final `…` when it is longer than `maxLength` characters. */
export function cleanAndCut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return cleanText(text);
  return `${cleanText(text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}
