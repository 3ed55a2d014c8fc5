/** Whether a phrase occurs in a text at this word. */
export function standsAt(
  words: readonly (string | undefined)[],
  at: number,
  phrase: readonly string[],
): boolean {
  return phrase.every((word, offset) => words[at + offset] === word);
}
