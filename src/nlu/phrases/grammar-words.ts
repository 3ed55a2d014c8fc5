import { expandAbbreviations } from '../text/abbreviations.ts';
import { foldText } from '../text/fold-text.ts';
import { fixKeystrokes } from '../text/raw-keystrokes.ts';

/**
 * How the little words of the grammar are written with marks, by how they fold: "họ", "có", "chỉ", "nhà", "chữ" are other
 * words.
 */
const spelling: ReadonlyMap<string, string> = new Map(
  'hộ thay giúp giùm dùm tôi tui mình ông bà bác cô chú anh chị em con cháu với nhé nha đi'
    .split(' ')
    .map((word) => [foldText(word), word]),
);
const wordEnd = /[^\p{L}\p{M}\p{N}]+/u;

/** The words of a clause: folded, short forms spelled out; a word that only folds like one of the grammar keeps its marks. Pure. */
export function grammarWords(clause: string): string {
  const written = clause.normalize('NFC').toLowerCase().split(wordEnd).filter(Boolean);
  const folded = written.map((word) => foldText(word));
  const isPlain = written.join() === folded.join();
  const tokens = folded.map((token, at) => {
    const word = written[at] ?? '';
    if (word !== token && word !== (spelling.get(token) ?? word)) return word;
    // Without marks it is more often "thấy".
    return isPlain && token === 'thay' ? 'thấy' : fixKeystrokes(token);
  });
  return expandAbbreviations(tokens).join(' ');
}
