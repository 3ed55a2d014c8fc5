import type { Span } from '../text/span.ts';

/** What a message may name besides what it wants. */
export type EntityKind =
  | 'phone'
  | 'dossier'
  | 'amount'
  | 'date'
  | 'time'
  | 'place'
  | 'app'
  | 'provider'
  | 'procedure';

/** Something named in a text. */
export interface Entity extends Span {
  kind: EntityKind;
  /** Normal form: digits of a phone, đồng, yyyy-mm-dd (yyyy-mm for a month), HH:MM, an id or a name. */
  value: string;
}

/**
 * Finds one kind of entity; pure, linear in the length of the text.
 * @param folded the text folded in place, so that positions are the same
 * @param today yyyy-mm-dd
 */
export type EntityFinder = (folded: string, text: string, today: string) => Entity[];

/** One entity for each match that has a value. */
export function matchesOf(
  folded: string,
  pattern: RegExp,
  kind: EntityKind,
  toValue: (match: RegExpExecArray) => string | undefined,
): Entity[] {
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const value = toValue(match);
    const start = match.index;
    return value === undefined ? [] : [{ kind, start, end: start + match[0].length, value }];
  });
}
