import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { checkContent } from '../content/checks/check-content.ts';
import { findingLine } from '../content/checks/finding.ts';
import { checkObject } from '../content/checks/objects/check-object.ts';
import { listCellParts } from '../content/checks/objects/object-parts.ts';
import { readAskedFiles } from '../content/objects/asked-files.ts';
import { readAskedNextFiles } from '../content/objects/asked-next.ts';
import { listCells } from '../content/objects/list-cells.ts';
import { type Content, readContent } from '../content/read-content.ts';
import { toldIn } from '../content/schema/object.ts';
import { summariseIntents, summariseTopics } from '../content/summary.ts';
import { messageOf, OperatorError } from '../errors.ts';
import { formatTable } from './format-table.ts';
import { ignoreClosedPipe } from './ignore-closed-pipe.ts';

const usage =
  'npm run content:check [-- --release] [-- --intents] [-- --object NAME] [-- --folder locales/vi]\n';

/** Prints the faults of the content and a table of its topics. Exit code 1 when there are faults. */
function main(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      folder: { type: 'string', default: 'locales/vi' },
      release: { type: 'boolean', default: false },
      intents: { type: 'boolean', default: false },
      object: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const content = readContent(values.folder);
  if (values.object !== undefined) return showObject(content, values.object);
  const today = new Date(systemClock.now()).toISOString().slice(0, 10);
  const asked = readAskedFiles(values.folder);
  const askedNext = readAskedNextFiles(values.folder);
  const findings = checkContent(content, { today, release: values.release, asked, askedNext });
  for (const finding of findings) process.stdout.write(`${findingLine(finding)}\n`);
  if (values.intents) process.stdout.write(`\n${intentTable(content)}\n`);
  process.stdout.write(`\n${topicTable(content)}\n`);
  for (const line of translationLines(content)) process.stdout.write(`${line}\n`);
  for (const line of generalLine(content)) process.stdout.write(`${line}\n`);
  const errors = findings.filter(({ level }) => level === 'error').length;
  process.stdout.write(`${errors} errors, ${findings.length - errors} warnings\n`);
  return errors > 0 ? 1 : 0;
}

/** The faults of one object and how much of it is known; quick, for a writer at work. */
function showObject(content: Content, id: string): number {
  const object = content.objects.find(({ value }) => value.object === id);
  if (!object) throw new OperatorError(`no file of locales/*/objects declares the object ${id}`);
  const findings = checkObject(content, id).sort((a, b) => a.line - b.line);
  for (const finding of findings) process.stdout.write(`${findingLine(finding)}\n`);
  const cells = listCells(object.value, content.faults.value).filter(({ cell }) => cell !== 'n/a');
  const unknown = cells.filter(({ cell }) => cell === 'unknown');
  process.stdout.write(
    `${id}: ${cells.length} cells, ${unknown.length} unknown, ${findings.length} findings\n`,
  );
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}

/** How many texts an office has to read before they are used: they rest on no fact. */
function generalLine(content: Content): string[] {
  const general = listCellParts(content).filter(({ cell }) => toldIn(cell)?.general);
  return general.length === 0
    ? []
    : [`${general.length} cells are common knowledge without a fact: npm run content:list -- --general`];
}

/** How much of the content is translated: `en: 119 of 372 answers`. */
function translationLines({ topics, translations }: Content): string[] {
  const countIn = (files: { value: { intents: object } }[]) =>
    files.reduce((sum, { value }) => sum + Object.keys(value.intents).length, 0);
  return translations.map(
    ({ language, topics: translated }) => `${language}: ${countIn(translated)} of ${countIn(topics)} answers`,
  );
}

function topicTable(content: Content): string {
  const heads = [
    'topic',
    'intents',
    'referral',
    'examples',
    'own pattern',
    'commonest',
    'facts',
    'objects',
    'cells',
    'known',
    'review by',
  ];
  const rows = summariseTopics(content).map((topic) => [
    topic.topic,
    String(topic.intents),
    percent(topic.referralShare),
    String(topic.examples),
    percent(topic.ownSkeletons),
    String(topic.commonestSkeleton),
    String(topic.facts),
    String(topic.objects),
    String(topic.cells),
    String(topic.cellsKnown),
    topic.soonestReview,
  ]);
  return formatTable(heads, rows);
}

/** The examples of each intent: how many share a pattern once places, procedures, apps and numbers are placeholders. */
function intentTable(content: Content): string {
  const heads = ['intent', 'examples', 'own pattern', 'commonest', 'referral'];
  const rows = summariseIntents(content).map((intent) => [
    `${intent.topic} / ${intent.intent}`,
    String(intent.examples),
    percent(intent.ownSkeletons),
    String(intent.commonestSkeleton),
    intent.referral ? 'yes' : '',
  ]);
  return formatTable(heads, rows);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

ignoreClosedPipe();
try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stdout.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
