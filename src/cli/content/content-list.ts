import { parseArgs } from 'node:util';
import { readContent } from '../../content/read-content.ts';
import { listResidentTexts, type ResidentText } from '../../content/resident-texts.ts';
import { messageOf } from '../../errors.ts';
import { ignoreClosedPipe } from '../ignore-closed-pipe.ts';

const usage = `npm run content:list [-- --json] [-- --general] [-- --folder locales/vi]

One line for each text that a resident can get. With --json every line is an object with
id, topic, object, aspect, state, condition, lang, text, buttons, facts.
With --general only the texts that are common knowledge and rest on no fact.
`;

function main(args: string[]): string {
  const { values } = parseArgs({
    args,
    options: {
      folder: { type: 'string', default: 'locales/vi' },
      json: { type: 'boolean', default: false },
      general: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return usage;
  const texts = listResidentTexts(readContent(values.folder));
  const wanted = values.general ? texts.filter(({ general }) => general) : texts;
  return wanted.map((one) => `${values.json ? JSON.stringify(one) : lineOf(one)}\n`).join('');
}

/** `en install-app: Search for …`, on one line. */
function lineOf({ lang, id, text }: ResidentText): string {
  return `${lang} ${id}: ${text.replaceAll(/\s+/g, ' ').trim()}`;
}

ignoreClosedPipe();
try {
  process.stdout.write(main(process.argv.slice(2)));
} catch (error) {
  process.stdout.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
