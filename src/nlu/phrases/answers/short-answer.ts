import { foldText } from '../../text/fold-text.ts';
import { parseDone } from './done.ts';
import { parseYesNo } from './yes-no.ts';

/** What a text says as an answer to something that was asked. */
export interface ShortAnswer {
  /** Lower case, no marks, no punctuation. */
  readonly folded: string;
  /** A bare yes or no. */
  readonly yesNo: 'yes' | 'no' | undefined;
  readonly done: 'done' | 'not-done' | undefined;
}

/** Pure. */
export function readShortAnswer(text: string): ShortAnswer {
  const folded = foldText(text);
  return { folded, yesNo: parseYesNo(folded), done: parseDone(folded) };
}
