import type { SecretKind } from '../../message.ts';

/** Where a secret stands in a text, as UTF-16 positions: `text.slice(start, end)`. */
export interface SecretSpan {
  kind: SecretKind;
  start: number;
  end: number;
}

/** Finds one kind of secret. Takes a text folded in place; pure, linear in its length. */
export type SecretDetector = (folded: string) => SecretSpan[];
