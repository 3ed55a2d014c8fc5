import type { Candidate } from '../../../src/nlu/classifier/classifier.ts';
import { decide, riskOf } from '../../../src/nlu/classifier/decide.ts';

/** `['tax/pay', 0.6]` → a candidate. */
function candidates(...likely: [string, number][]): Candidate[] {
  return likely.map(([name, probability]) => {
    const [topic = '', intent = ''] = name.split('/');
    return { topic, intent, probability };
  });
}

describe('decide', () => {
  it('answers if nearly certain', () => {
    const sure = candidates(['tax/pay', 0.97], ['land/fee', 0.02]);
    expect(decide(sure)).toEqual({ kind: 'answer', candidate: sure[0] });
  });

  it('answers within a certain topic, although a neighbouring intent is likely too', () => {
    const near = candidates(['tax/pay', 0.55], ['tax/look-up', 0.43]);
    expect(decide(near)).toMatchObject({ kind: 'answer', candidate: { intent: 'pay' } });
  });

  it('offers a choice between two topics, the likeliest first', () => {
    const torn = candidates(['tax/pay', 0.5], ['land/fee', 0.45], ['vneid/install', 0.03]);
    expect(decide(torn)).toEqual({ kind: 'clarify', offered: torn.slice(0, 2) });
  });

  it('offers at most three', () => {
    const many = candidates(['a/1', 0.25], ['b/2', 0.24], ['c/3', 0.23], ['d/4', 0.22]);
    expect(decide(many)).toMatchObject({ kind: 'clarify', offered: { length: 3 } });
  });

  it('declines what is certainly out of scope, whatever group it belongs to', () => {
    const outside = candidates(['out-of-scope/weather', 0.5], ['out-of-scope/lottery', 0.4]);
    expect(decide(outside)).toMatchObject({ kind: 'decline' });
  });

  it('does not offer out-of-scope intents', () => {
    const mixed = candidates(['tax/pay', 0.45], ['out-of-scope/bank', 0.4], ['tax/look-up', 0.1]);
    expect(decide(mixed)).toMatchObject({
      kind: 'clarify',
      offered: [{ intent: 'pay' }, { intent: 'look-up' }],
    });
  });

  it('reports that no answer of a certain topic fits', () => {
    const further = candidates(['land/about-land', 0.8], ['land/fee', 0.15]);
    expect(decide(further)).toEqual({ kind: 'answer', candidate: further[0] });
  });

  it('offers answers and never a whole topic, and adds the probability of the topic to them', () => {
    const torn = candidates(['land/about-land', 0.3], ['tax/pay', 0.29], ['land/fee', 0.1]);
    expect(decide(torn)).toMatchObject({ kind: 'clarify', offered: [{ intent: 'pay' }, { intent: 'fee' }] });
    const vague = candidates(['land/about-land', 0.2], ['land/fee', 0.1], ['tax/pay', 0.02]);
    expect(decide(vague)).toMatchObject({ kind: 'clarify', offered: [{ intent: 'fee' }] });
  });

  it('does not understand when nothing is likely or nothing is known', () => {
    expect(decide(candidates(['a/1', 0.09], ['b/2', 0.09], ['c/3', 0.09]))).toMatchObject({
      kind: 'not-understood',
    });
    expect(decide([])).toEqual({ kind: 'not-understood', candidate: undefined });
  });

  it('answers more often with a higher threshold', () => {
    const torn = candidates(['tax/pay', 0.6], ['land/fee', 0.4]);
    expect(decide(torn, { maxRisk: 1, minOffered: 0.3 }).kind).toBe('clarify');
    expect(decide(torn, { maxRisk: 2, minOffered: 0.3 }).kind).toBe('answer');
  });
});

describe('riskOf', () => {
  it('weighs a wrong topic more than a wrong intent of the right one', () => {
    const [sure] = candidates(['tax/pay', 0.6]) as [Candidate];
    expect(riskOf(sure, candidates(['tax/pay', 0.6], ['tax/look-up', 0.4]))).toBeCloseTo(0.8);
    expect(riskOf(sure, candidates(['tax/pay', 0.6], ['land/fee', 0.4]))).toBeCloseTo(2);
  });
});
