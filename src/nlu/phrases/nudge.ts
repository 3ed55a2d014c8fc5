const nudge = /^[\s?!.,…]*[?!.…][\s?!.,…]*$/;

/** Whether the text is only "?" or "...": the resident is waiting, or does not know what to write. Pure. */
export function isNudge(text: string): boolean {
  return nudge.test(text);
}
