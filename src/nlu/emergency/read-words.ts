import { foldText } from '../text/fold-text.ts';
import { createNormaliser } from '../text/normalise.ts';
import { remembering } from '../text/remembering.ts';

/** A word as the detector reads it, and as the resident wrote it. */
export interface MarkedWord {
  /** Without diacritics, abbreviations expanded. */
  plain: string;
  /** With its diacritics, tone last; undefined if the resident may have left them out. */
  marked: string | undefined;
}

const normalise = createNormaliser([]);
const written = /[\p{L}\p{M}\d]+/gu;
/** How many expanded or dropped words may lie between two words that are matched again. */
const farthestAhead = 4;
/** A text with at least this share of marked words is written with diacritics: its other words have none. */
const minMarkedShare = 0.35;
/** Residents use a few thousand words. */
const differentTokens = 20_000;

interface Token {
  plain: string;
  marked: string;
}

const readToken = remembering(
  (token): Token => ({ plain: foldText(token), marked: toneLast(token) }),
  differentTokens,
);

/**
 * The words of a text. "Cháy", "chạy" and "chảy" are the same word without diacritics; if the resident types
 * them, the exact word counts. Pure.
 */
export const readWords: (text: string) => readonly MarkedWord[] = remembering((text) => {
  const normalised = normalise(text);
  if (normalised === '') return [];
  const tokens = (text.normalize('NFC').toLowerCase().match(written) ?? []).map(readToken);
  const count = tokens.filter(({ plain, marked }) => plain !== marked).length;
  const isMarked = count >= minMarkedShare * tokens.length;
  let next = 0;
  return normalised.split(' ').map((plain) => {
    for (let at = next; at < Math.min(next + farthestAhead, tokens.length); at++) {
      const token = tokens[at];
      if (token?.plain !== plain) continue;
      next = at + 1;
      return { plain, marked: isMarked || token.marked !== plain ? token.marked : undefined };
    }
    return { plain, marked: undefined };
  });
});

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** "Hoà" and "hòa" are the same word: moves the tone to the end. */
function toneLast(token: string): string {
  const parts = token.normalize('NFD');
  const tone = parts.match(tones)?.[0] ?? '';
  return parts.replace(tones, '') + tone;
}
