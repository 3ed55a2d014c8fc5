import { parseArgs } from 'node:util';
import { createTopicDirectory } from '../content/topic-directory.ts';
import { messageOf, OperatorError } from '../errors.ts';
import { findAnswers, likeliestNames, lineOf, listAnswers } from './content/show-answer.ts';
import { ignoreClosedPipe } from './ignore-closed-pipe.ts';

const usage = `npm run content:show [-- NAME] [-- --folder locales/vi]

Shows an answer as residents read it, in every language, with the facts it rests on and where they were read.
NAME is the name of a question or a procedure in the files, or its title, with or without marks.
Without a name: all names.
`;

/** Prints an answer with its facts and their sources, or the names of all answers. */
function main(args: string[]): string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { folder: { type: 'string', default: 'locales/vi' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return usage;
  const answers = listAnswers(createTopicDirectory(values.folder));
  const name = positionals.join(' ');
  if (name === '') return `${answers.map(lineOf).join('\n')}\n`;
  const found = findAnswers(answers, name);
  if (found.length > 0) return `${found.map((answer) => answer.show()).join('\n\n\n')}\n`;
  const near = likeliestNames(answers, name);
  const hint =
    near.length > 0
      ? `Did you mean\n${near.map((line) => `  ${line}`).join('\n')}`
      : 'All names: npm run content:show';
  throw new OperatorError(`Nothing is called "${name}". ${hint}`);
}

ignoreClosedPipe();
try {
  process.stdout.write(main(process.argv.slice(2)));
} catch (error) {
  process.stdout.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
