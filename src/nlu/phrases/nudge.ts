const nudge = /^[\s?!.,…]*[?!.…][\s?!.,…]*$/;

/** "?", "...": somebody who waits, or does not know what to write. Pure. */
export function isNudge(text: string): boolean {
  return nudge.test(text);
}
