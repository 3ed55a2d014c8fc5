import type { WeighedSignal, WeighSignal } from './learned-signal.ts';

const clauseEnd = /[,.;!?\n]+/;

/** The strongest of what the whole message says and what each of its clauses says alone; undefined if nothing was learned. */
export function weighClauses(weigh: WeighSignal, text: string): WeighedSignal | undefined {
  const clauses = text.split(clauseEnd).filter((clause) => clause.trim() !== '');
  return [text, ...(clauses.length > 1 ? clauses : [])]
    .map(weigh)
    .reduce((best, one) => ((one?.probability ?? 0) > (best?.probability ?? 0) ? one : best));
}
