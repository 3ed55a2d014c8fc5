import { analyse } from 'scslre';

/**
 * Whether a pattern can take exponential time on a text that does not match: two repetitions, one in the other, that
 * can share the same characters in many ways.
 */
export function isExponential({ source, flags }: { source: string; flags: string }): boolean {
  return analyse({ source, flags }).reports.some(({ exponential }) => exponential);
}
