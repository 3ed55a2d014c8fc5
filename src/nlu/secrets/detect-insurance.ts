import { numberPattern, scanNumbers } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

/** A social insurance number, and the prefix of a health card (group, level, province). */
const insurance = numberPattern(['10', '13', '3-10', '3-2-8', '2-8', '4-6', '3-3-4', '3-4-3']);
const mentionsInsurance = /(?:bhyt|bhxh|bao hiem)[^\d\n]{0,30}$/;
/** "GD4797930110228": two letters for the group, then digits. */
const healthCard = /(?<![a-z\d])[a-z]{2}\d(?:[ .-]?\d){12}(?!\d)/g;

/** Finds numbers of health cards and of the social insurance. */
export function detectInsurance(folded: string): SecretSpan[] {
  const named = scanNumbers(folded, insurance, ({ start }) =>
    mentionsInsurance.test(folded.slice(Math.max(0, start - 48), start)),
  );
  const cards = [...folded.matchAll(healthCard)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
  return [...named, ...cards].map(({ start, end }) => ({ kind: 'insurance', start, end }));
}
