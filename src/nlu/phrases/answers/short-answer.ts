import { foldText } from '../../text/fold-text.ts';
import { parseDone } from './done.ts';
import { parseYesNo } from './yes-no.ts';

/** A text as the answer to a question of the bot. */
export interface ShortAnswer {
  /** Lower case, without diacritics and punctuation. */
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
