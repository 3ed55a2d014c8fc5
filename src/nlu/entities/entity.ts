import type { Span } from '../text/span.ts';

/** What a message can name besides its intent. */
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
  /** Normalised: digits of a phone number, đồng, yyyy-mm-dd (yyyy-mm for a month), HH:MM, an id or a name. */
  value: string;
}

/**
 * Finds one kind of entity. Pure; linear in the length of the text.
 * @param folded the text folded in place, so that positions are the same
 * @param today yyyy-mm-dd
 */
export type EntityFinder = (folded: string, text: string, today: string) => Entity[];

/** One entity per match that has a value. */
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
