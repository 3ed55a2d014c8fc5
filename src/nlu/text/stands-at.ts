/** Whether a phrase occurs in a text at this word. */
export function standsAt(
  words: readonly (string | undefined)[],
  at: number,
  phrase: readonly string[],
): boolean {
  for (let offset = 0; offset < phrase.length; offset++) {
    if (words[at + offset] !== phrase[offset]) return false;
  }
  return true;
}
