/** The candidates together are right in this share of emergencies. */
const sureShare = 0.95;
/** More lines than this nobody reads in danger. */
const maxCandidates = 4;

/**
 * The kinds that an emergency may be of, likeliest first: as few as are together sure, so one if the kind is clear.
 * @param probabilities of "no emergency" and of each kind
 * @returns positions of the kinds, 0 for the first kind
 */
export function rankKinds(probabilities: Float64Array): number[] {
  const left = Float64Array.from(probabilities);
  const all = 1 - (probabilities[0] as number);
  left[0] = 0;
  const ranked: number[] = [];
  for (let sum = 0; ranked.length < maxCandidates && sum < sureShare * all; ) {
    const best = left.indexOf(Math.max(...left));
    sum += left[best] as number;
    left[best] = 0;
    ranked.push(best - 1);
  }
  return ranked;
}
