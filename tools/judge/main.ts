import { readFileSync, writeFileSync } from 'node:fs';
import { ignoreClosedPipe } from '../../src/cli/ignore-closed-pipe.ts';
import { messageOf, OperatorError } from '../../src/errors.ts';
import { readLines } from '../safety-evaluate/read-lines.ts';
import { collect, type PlayedTalk } from './collect.ts';
import { report } from './report.ts';
import { toTalk } from './talk-line.ts';

const usage = `How strict readers judge the replies of the whole bot.

npm run judge -- collect FILE.jsonl OUT.jsonl   plays messages ({"id", "text"}) and talks ({"id", "turns"}) and writes
                                                one line a turn: what was written and what the bot replied
npm run judge -- report JUDGED.jsonl            prints the tables of judged replies ({"id", "label", "kind", "cause"})
                                                and talks ({"id", "talk": true, "reached"})
Labels: RIGHT PARTLY ASK_OK ASK_BAD WRONG FALSE DECLINE_BAD, told in docs/judging.md.
`;

async function main([command, file, out]: string[]): Promise<void> {
  if (command === 'report' && file) return write(report(linesOf(file), file));
  if (command !== 'collect' || !file || !out) throw new OperatorError(usage);
  const talks = linesOf(file).map((line, at) => toTalk(line, `${file}:${at + 1}`));
  const played = await collect(talks, (count) =>
    process.stderr.write(`\r${count} of ${talks.length} are played`),
  );
  writeFileSync(
    out,
    played
      .flatMap(turnsOf)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
  write(`\n${played.length} talks are in ${out}\n`);
}

function linesOf(file: string): unknown[] {
  return readLines(readFileSync(file, 'utf8'), file);
}

/** One line for each turn, so that a judge reads from top to bottom. */
function turnsOf({ id, about, turns, replies }: PlayedTalk): object[] {
  return turns.map((text, at) => ({
    id: turns.length > 1 ? `${id}.${at + 1}` : id,
    ...about,
    text,
    replies: replies[at] ?? [],
  }));
}

function write(text: string): void {
  process.stdout.write(text);
}

ignoreClosedPipe();
try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
