import type { Span } from '../../text/span.ts';

/** Replaces a part of a text. */
export interface Edit extends Span {
  by: string;
}

/** A changed text that knows where in the original each of its characters comes from. */
export interface EditedText {
  text: string;
  /** The span of the original behind each character. */
  origins: readonly Span[];
}

/** A text before its first edit. */
export function unedited(text: string): EditedText {
  return { text, origins: Array.from({ length: text.length }, (_, at) => ({ start: at, end: at + 1 })) };
}

/**
 * Applies edits that do not overlap, in order of appearance. Characters of a replacement of equal length keep
 * their places; those of any other stand for all that it replaces.
 */
export function applyEdits({ text, origins }: EditedText, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return { text, origins };
  let edited = '';
  const places: Span[] = [];
  let copiedTo = 0;
  for (const { start, end, by } of edits) {
    edited += text.slice(copiedTo, start) + by;
    for (let at = copiedTo; at < start; at++) places.push(origins[at] as Span);
    const whole = originOf({ text, origins }, { start, end });
    for (let at = 0; at < by.length; at++)
      places.push(by.length === end - start ? (origins[start + at] as Span) : whole);
    copiedTo = end;
  }
  for (let at = copiedTo; at < text.length; at++) places.push(origins[at] as Span);
  return { text: edited + text.slice(copiedTo), origins: places };
}

/** The span of the original behind a span of the edited text that is not empty. */
export function originOf({ origins }: EditedText, { start, end }: Span): Span {
  return { start: (origins[start] as Span).start, end: (origins[end - 1] as Span).end };
}
