/** A range of a text: `text.slice(start, end)`, UTF-16 positions. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The first listed of overlapping spans wins.
 * @returns in order of appearance
 */
export function keepFirst<T extends Span>(spans: readonly T[], length: number): T[] {
  const taken = new Uint8Array(length);
  const kept = spans.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
