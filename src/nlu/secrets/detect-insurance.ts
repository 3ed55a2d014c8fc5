import { digitsInGroups, scanNumbers } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

/** A social insurance number, and a health card without its letters. */
const insurance = [digitsInGroups(10), digitsInGroups(13)];
const mentionsInsurance = /(?:bhyt|bhxh|bao hiem)[^\d]{0,30}$/;
/** Groups of insured people, as health cards have them in front; not `tk` and `ck`, which name an account. */
const groups =
  'dn hx ch nn hc xk ht tb no ct xb tn cs qn ca cy xn ms cc cb kc hd bt hn dt dk xd ts tc tq ta ty hg ls pv hs sv gb gd';
/** "GD4797930110228", "GD 4 79 79 301 10228": a group, then the level of what is paid and 12 more digits. */
const healthCard = new RegExp(
  `(?<![a-z\\d])(?:[a-z]{2}\\d|(?:${groups.replaceAll(' ', '|')})[\\s.-][1-5])(?:[ .-]?\\d){12}(?!\\d)`,
  'g',
);

/** Finds numbers of health cards and of the social insurance. */
export function detectInsurance(folded: string): SecretSpan[] {
  const named = insurance.flatMap((pattern) =>
    scanNumbers(folded, pattern, ({ start }) =>
      mentionsInsurance.test(folded.slice(Math.max(0, start - 48), start)),
    ),
  );
  const cards = [...folded.matchAll(healthCard)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
  return [...named, ...cards].map(({ start, end }) => ({ kind: 'insurance', start, end }));
}
