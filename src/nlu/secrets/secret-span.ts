import type { SecretKind } from '../../message.ts';
import type { Span } from '../text/span.ts';

/** Where a secret stands in a text. */
export interface SecretSpan extends Span {
  kind: SecretKind;
}
