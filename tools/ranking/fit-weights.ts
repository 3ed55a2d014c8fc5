import type { RankingCase } from './list-cases.ts';

/** Strength of the pull of each weight towards 0, per case. */
const pull = 0.002;
const steps = 300;
/** Adam's step size and memories. */
const rate = 0.05;
const memory = { first: 0.9, second: 0.99 };
const tiny = 1e-8;

/**
 * Learns a weight for each sign: a softmax over the texts of a case, whose right ones shall have all the probability.
 * Deterministic.
 */
export function fitWeights(cases: readonly RankingCase[]): Float64Array {
  const withRight = cases.filter(({ isRight }) => isRight.includes(1));
  const scale = spreadOf(withRight);
  const size = scale.length;
  const scaled = withRight.map((one) => ({
    ...one,
    signs: one.signs.map((sign, at) => sign / (scale[at % size] as number)),
  }));
  const count = scaled.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const slope = new Float64Array(size);
    for (const one of scaled) addSlope(one, weights, slope);
    for (let at = 0; at < size; at++) {
      const gradient = (slope[at] as number) / count + pull * (weights[at] as number);
      first[at] = memory.first * (first[at] as number) + (1 - memory.first) * gradient;
      second[at] = memory.second * (second[at] as number) + (1 - memory.second) * gradient ** 2;
      const mean = (first[at] as number) / (1 - memory.first ** step);
      const square = (second[at] as number) / (1 - memory.second ** step);
      weights[at] = (weights[at] as number) - (rate * mean) / (Math.sqrt(square) + tiny);
    }
  }
  return weights.map((weight, at) => weight / (scale[at] as number));
}

/** The probability of each text of a case. */
export function probabilitiesOf({ signs, isRight }: RankingCase, weights: Float64Array): Float64Array {
  const probabilities = new Float64Array(isRight.length);
  let highest = Number.NEGATIVE_INFINITY;
  for (let text = 0, at = 0; text < isRight.length; text++) {
    let score = 0;
    for (let sign = 0; sign < weights.length; sign++, at++)
      score += (signs[at] as number) * (weights[sign] as number);
    probabilities[text] = score;
    if (score > highest) highest = score;
  }
  let sum = 0;
  for (let text = 0; text < isRight.length; text++) {
    const raised = Math.exp((probabilities[text] as number) - highest);
    probabilities[text] = raised;
    sum += raised;
  }
  return probabilities.map((one) => one / sum);
}

function addSlope(one: RankingCase, weights: Float64Array, slope: Float64Array): void {
  const { signs, isRight, weight } = one;
  const probabilities = probabilitiesOf(one, weights);
  let right = tiny;
  for (let text = 0; text < isRight.length; text++)
    right += isRight[text] ? (probabilities[text] as number) : 0;
  for (let text = 0, at = 0; text < isRight.length; text++) {
    const probability = probabilities[text] as number;
    const excess = weight * (probability - (isRight[text] ? probability / right : 0));
    for (let sign = 0; sign < slope.length; sign++, at++) {
      slope[sign] = (slope[sign] as number) + excess * (signs[at] as number);
    }
  }
}

/** The standard deviation of each sign, so that the pull treats all alike. */
function spreadOf(cases: readonly RankingCase[]): Float64Array {
  const [one] = cases;
  const size = one ? one.signs.length / one.isRight.length : 0;
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const { signs } of cases) {
    count += signs.length / size;
    for (let at = 0; at < signs.length; at++) {
      const sign = signs[at] as number;
      sums[at % size] = (sums[at % size] as number) + sign;
      squares[at % size] = (squares[at % size] as number) + sign ** 2;
    }
  }
  return squares.map((square, at) => Math.sqrt(square / count - ((sums[at] as number) / count) ** 2) + 1e-6);
}
