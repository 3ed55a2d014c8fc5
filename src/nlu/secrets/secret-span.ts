import type { SecretKind } from '../../message.ts';
import type { Span } from '../text/span.ts';

/** Where a secret stands in a text. */
export interface SecretSpan extends Span {
  kind: SecretKind;
}

/** Finds one kind of secret. Takes a text folded in place; pure, linear in its length. */
export type SecretDetector = (folded: string) => SecretSpan[];
