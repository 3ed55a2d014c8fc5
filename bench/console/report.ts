import type { Surroundings } from '../machine.ts';
import type { ConsoleBenchSize, ConsoleFigures } from './bench-console.ts';

/** Running programs per CPU before the run, above which they have slowed it down. */
const busyAbove = 1;

/** The table of the pages of the console for docs/benchmarks.md. A goal is reached when every median is below it. */
export function consoleMarkdown(
  figures: readonly ConsoleFigures[],
  { tickets, messages, rounds, seed }: ConsoleBenchSize,
  { machine, versions, commit, loadPerCpu }: Surroundings,
): string {
  const heads = figures.map(({ database, viewer }) => `${database}, ${viewer}`);
  const pages = [...new Set(figures.flatMap((one) => one.pages.map(({ what }) => what)))];
  const rows = pages.map((what) => {
    const cells = figures.map((one) => one.pages.find((page) => page.what === what));
    const goalMs = cells.find((cell) => cell?.goalMs !== undefined)?.goalMs;
    const isReached = goalMs !== undefined && cells.every((cell) => !cell || cell.medianMs < goalMs);
    const goal = goalMs === undefined ? '' : `< ${goalMs}: ${isReached ? 'reached' : 'missed'}`;
    const shown = cells.map((cell) => (cell ? `${cell.medianMs.toFixed(0)} / ${cell.p95Ms.toFixed(0)}` : ''));
    return [what, ...shown, goal];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const names = ['node', '@electric-sql/pglite', 'postgresql'];
  const used = names.flatMap((name) => (versions[name] ? [`${name} ${versions[name]}`] : [])).join(', ');
  return [
    line(['page, median / p95 in ms', ...heads, 'goal']),
    line(['---', ...heads.map(() => '---:'), '---']),
    ...rows.map(line),
    '',
    `${tickets} tickets, ${messages} messages, seed ${seed}; each page ${rounds} times, one request after the other. Measured on ${machine}, commit ${commit}, with ${used}; load ${loadPerCpu.toFixed(1)} per CPU before the run.`,
    ...(loadPerCpu > busyAbove ? ['The machine was busy with other work: take the figures with care.'] : []),
  ].join('\n');
}
