import type { NameLabel, ReadText } from './read-text.ts';
import type { SecretSpan } from './secret-span.ts';

/** Month and year as a bank card carries them, within the years that a card of today may run. */
const monthAndYear = /(?<![\d/.-])(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?(?:2[4-9]|3\d)(?![\d/]|[.-]\d)/g;
const cardNames: ReadonlySet<NameLabel> = new Set(['card', 'cardCode']);
const reach = 80;

/** The day a card ends, beside a word for the card, its number or its code: "hết hạn 09/29, số sau lưng 162". */
export function detectExpiry({ folded, words, names }: ReadText): SecretSpan[] {
  return [...folded.matchAll(monthAndYear)].flatMap(({ 0: whole, index: start }) => {
    const end = start + whole.length;
    const near = names.filter(({ first, last }) => {
      const from = words[first]?.start ?? 0;
      const to = words[last]?.end ?? 0;
      return from < end + reach && to > start - reach;
    });
    const isOfCard =
      near.some(({ label }) => cardNames.has(label)) ||
      /(?<!\d)9704/.test(folded.slice(Math.max(0, start - reach), start));
    const isOfPaper = near.some(({ label }) => label === 'identity');
    return isOfCard && !isOfPaper ? [{ kind: 'card', start, end }] : [];
  });
}
