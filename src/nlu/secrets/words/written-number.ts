import type { Span } from '../../text/span.ts';

/** A number in a text, in digits or in words. */
export interface WrittenNumber extends Span {
  /** Indexes of its first and last word. */
  first: number;
  last: number;
  digits: string;
  /** Written in words: "bốn tám hai". */
  spoken: boolean;
  /** Written in words, also where the steps before have put figures. */
  isSaid?: boolean;
  /** Every digit separate: "4 8 2". */
  single: boolean;
  /** Three digits with three more beside them: "mã gồm 556 và 781". */
  half?: true;
}
