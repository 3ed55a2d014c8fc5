import { readFileSync } from 'node:fs';
import { formatTable } from '../../src/cli/format-table.ts';
import { ignoreClosedPipe } from '../../src/cli/ignore-closed-pipe.ts';
import { messageOf, OperatorError } from '../../src/errors.ts';
import type { Figure, Report } from './evaluator.ts';
import { readLines } from './read-lines.ts';
import { evaluators } from './registry.ts';

const usage = `npm run safety:eval -- NAME FILE.jsonl [--misses]    how a detector does on labelled lines, and which went wrong
${evaluators.map(({ name, line }) => `  ${name.padEnd(12)}${line}`).join('\n')}
`;

function main(args: string[]): void {
  const [name, file] = args.filter((arg) => arg !== '--misses');
  const evaluator = evaluators.find((known) => known.name === name);
  if (evaluator === undefined || file === undefined) throw new OperatorError(usage);
  print(evaluator.evaluate(readLines(readFileSync(file, 'utf8'), file)), args.includes('--misses'));
}

function print({ figures, tables, faults }: Report, withFaults: boolean): void {
  const all = [
    { title: 'All', heads: ['', 'share', 'counted', 'wanted'], rows: figures.map(rowOf) },
    ...tables,
  ];
  for (const { title, heads, rows } of all) write(`\n${title}\n${formatTable(heads, rows)}\n`);
  if (withFaults) write(`\n${faults.join('\n')}\n`);
}

function rowOf({ name, share, counted, floor, ceiling }: Figure): string[] {
  const wanted = floor === undefined ? ceiling && `≤ ${percent(ceiling)}` : `≥ ${percent(floor)}`;
  return [name, percent(share), counted, wanted || ''];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function write(text: string): void {
  process.stdout.write(text);
}

ignoreClosedPipe();
try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
