import { rankKinds } from '../../../src/nlu/emergency/rank-kinds.ts';

const ranked = (...probabilities: number[]) => rankKinds(Float64Array.from(probabilities));

describe('the kinds that an emergency may be of', () => {
  it('are one if it is clear', () => {
    expect(ranked(0.1, 0.01, 0.88, 0.01)).toEqual([1]);
  });

  it('are as many as are together sure, likeliest first', () => {
    expect(ranked(0, 0.3, 0.65, 0.05)).toEqual([1, 0]);
  });

  it('do not depend on how likely an emergency is', () => {
    expect(ranked(0.9, 0.03, 0.065, 0.005)).toEqual([1, 0]);
  });

  it('are no more than four', () => {
    expect(ranked(0, 0.2, 0.2, 0.2, 0.2, 0.2)).toEqual([0, 1, 2, 3]);
  });

  it('are none in a text that tells nothing', () => {
    expect(ranked(1, 0, 0)).toEqual([]);
  });
});
