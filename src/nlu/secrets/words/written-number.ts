import type { Span } from '../../text/span.ts';

/** A number of a text, in digits or in words. */
export interface WrittenNumber extends Span {
  /** The first and the last word that it covers. */
  first: number;
  last: number;
  digits: string;
  /** In words: "bốn tám hai". */
  spoken: boolean;
  /** Every digit by itself: "4 8 2". */
  single: boolean;
}
