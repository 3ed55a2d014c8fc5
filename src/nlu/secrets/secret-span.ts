import type { SecretKind } from '../../message.ts';
import type { Span } from '../text/span.ts';

/** The position of a secret in a text. */
export interface SecretSpan extends Span {
  kind: SecretKind;
}
