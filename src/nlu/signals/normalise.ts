import { createNormaliser } from '../text/normalise.ts';

/** A message as the tables of cues are written: folded, short forms spelled out, raw keystrokes mended. */
export const normalise = createNormaliser([]);
