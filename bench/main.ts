import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { benchAccept } from './accept.ts';
import { acceptMarkdown, acceptResults, acceptText } from './accept-report.ts';
import { benchConsole, type ConsoleBenchSize } from './console/bench-console.ts';
import { consoleMarkdown } from './console/report.ts';
import { benchDay, type DaySize } from './day.ts';
import { readSurroundings } from './machine.ts';
import { benchUnderstanding } from './understand.ts';

/** `npm run bench -- [NAME]`: measures, prints every figure and saves the figures to a file. */

const resultsFile = fileURLToPath(new URL('./results.json', import.meta.url));
const docsFile = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
const write = (text: string) => void process.stdout.write(text);

async function accept(options: { write?: boolean }): Promise<void> {
  const surroundings = readSurroundings();
  const figures = await benchAccept((line) => write(`${line}\n`));
  write(`\n${acceptText(figures, surroundings)}\n`);
  const { machine, versions, commit } = surroundings;
  const results = { machine, versions, commit, accept: acceptResults(figures) };
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  if (options.write) replaceInDocs('accept', acceptMarkdown(figures, surroundings));
}

async function consolePages({
  write: isWritten,
  ...size
}: ConsoleBenchSize & { write?: boolean }): Promise<void> {
  const surroundings = readSurroundings();
  const figures = await benchConsole({ ...size, print: (line) => write(`${line}\n`) });
  const table = consoleMarkdown(figures, size, surroundings);
  write(`\n${table}\n`);
  if (isWritten) replaceInDocs('console', table);
}

/** Puts a text between the markers of its name in docs/benchmarks.md. */
function replaceInDocs(name: string, text: string): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const page = readFileSync(docsFile, 'utf8');
  const [before, rest = ''] = page.split(begin);
  const after = rest.split(end)[1];
  if (after === undefined) throw new Error(`docs/benchmarks.md has no marks for ${name}`);
  writeFileSync(docsFile, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

const program = new Command('bench')
  .description('Measures; without a name everything but the day of tickets and the console.')
  // Otherwise `bench --write` takes the option of `bench accept --write`.
  .enablePositionalOptions();
program.option('--write', 'put the tables into docs/benchmarks.md');
program
  .command('accept')
  .description(
    'how fast deliveries are accepted, beside an Express handler that only verifies (about 3 minutes)',
  )
  .option('--write', 'put the table into docs/benchmarks.md')
  .action(accept);
program
  .command('understand')
  .description('how fast messages are understood, and how other libraries do on the same examples')
  .action(() => benchUnderstanding(write));
program
  .command('day')
  .description(
    'a day of tickets by chance; exits with 1 when an owner, a timer, an offer or a promise is wrong',
  )
  .option('--tickets <number>', 'how many are opened', Number, 10_000)
  .option('--members <number>', 'how many act on them', Number, 500)
  .option('--seed <number>', 'which day', Number, 1)
  .action(async (size: DaySize) => {
    process.exitCode = (await benchDay(size, write)) ? 0 : 1;
  });
program
  .command('console')
  .description('how fast the pages of the console are with many tickets and messages (about 10 minutes)')
  .option('--tickets <number>', 'how many there are', Number, 100_000)
  .option('--messages <number>', 'how many there are', Number, 1_000_000)
  .option('--rounds <number>', 'requests of each page', Number, 60)
  .option('--seed <number>', 'which tickets and messages', Number, 1)
  .option('--write', 'put the table into docs/benchmarks.md')
  .action(consolePages);
program.action(async (options: { write?: boolean }) => {
  await accept(options);
  await benchUnderstanding(write);
});
await program.parseAsync();
