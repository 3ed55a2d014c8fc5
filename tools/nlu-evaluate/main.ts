import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  modelFolder,
  readTrainingContent,
  type TrainingContent,
} from '../../src/cli/build/training-content.ts';
import { formatTable } from '../../src/cli/format-table.ts';
import { ignoreClosedPipe } from '../../src/cli/ignore-closed-pipe.ts';
import { readEnvironment } from '../../src/config.ts';
import { askedBefore } from '../../src/content/knowledge.ts';
import { createObjectDirectory } from '../../src/content/objects/object-directory.ts';
import { messageOf, OperatorError } from '../../src/errors.ts';
import { createTextRanker } from '../../src/intents/ranking/rank-texts.ts';
import { createModelClassifier } from '../../src/nlu/classifier/create-classifier.ts';
import { outOfScope } from '../../src/nlu/classifier/decide.ts';
import { loadClassifier } from '../../src/nlu/classifier/load-classifier.ts';
import { trainInWorker } from '../../src/nlu/classifier/train-in-worker.ts';
import { costCurve } from './cost-curve.ts';
import { costCurveSvg } from './cost-curve-svg.ts';
import { createFirstMessageReader, createJudge, createReader } from './create-judge.ts';
import { entityTable, rankingTable, readingTable, understandingTable } from './explain.ts';
import { figuresOf } from './figures.ts';
import { createFolds } from './folds.ts';
import { type Judge, type Judged, judgeAll, type Question } from './judged.ts';
import { createNearestFinder } from './nearest-example.ts';
import {
  actionTable,
  confusionTable,
  costTable,
  errorTable,
  summaryTable,
  type Table,
  topicTable,
  writtenFormTable,
} from './report.ts';

const usage = `npm run nlu:eval -- FILE.jsonl            a report about messages with "text" and, where known, "topic" and "intent"
npm run nlu:eval -- FILE.jsonl --json     one line for each message, in order
npm run nlu:eval -- --cross-validate      a report about the examples themselves, each judged by what the others teach
npm run nlu:eval -- --explain "TEXT"      what a text is understood as, what it calls and why, and what it names
`;
const curveFile = 'reports/nlu-cost.svg';
const foldCount = 5;

const line = z.object({
  text: z.string(),
  topic: z.string().optional(),
  also: z.array(z.string()).optional(),
  intent: z.string().optional(),
});

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'cross-validate': { type: 'boolean', default: false },
      explain: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (values.help) return write(usage);
  if (values['cross-validate']) return crossValidate(readTrainingContent());
  if (values.explain !== undefined) return explain(readTrainingContent(), values.explain);
  if (file === undefined) throw new OperatorError(usage);
  const questions = readQuestions(file);
  const content = readTrainingContent();
  const { classifier } = await loadClassifier({
    data: content.data,
    folders: [modelFolder(readEnvironment())],
  });
  const judge = createJudge(content, classifier);
  warmUp(judge, content);
  if (values.json) return printLines(questions, judge);
  const judged = judgeAll(questions, judge);
  printReport(judged, [
    writtenFormTable(questions, judge),
    errorTable(judged, createNearestFinder(content.data.examples)),
  ]);
}

/** Code is slow until it has run: reads some examples first, so that times match a running bot. */
function warmUp(judge: Judge, { data }: TrainingContent): void {
  for (const { text } of data.examples.slice(0, 1_000)) judge(text);
}

function readQuestions(file: string): Question[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((text, at) => {
    if (text.trim() === '') return [];
    try {
      const question = line.parse(JSON.parse(text));
      return [{ ...question, topic: question.topic === 'other' ? outOfScope : question.topic }];
    } catch {
      throw new OperatorError(`${file}:${at + 1} is no line like {"text": "…", "topic": "…"}`);
    }
  });
}

function printLines(questions: readonly Question[], judge: Judge): void {
  for (const { text } of questions) {
    const { topic = null, intent = null, confidence, action, ms } = judge(text);
    const rounded = { confidence: Number(confidence.toFixed(4)), action, ms: Number(ms.toFixed(4)) };
    write(`${JSON.stringify({ text, topic, intent, ...rounded })}\n`);
  }
}

async function crossValidate(content: TrainingContent): Promise<void> {
  const judged: Judged[] = [];
  for (const { training, heldOut } of createFolds(content.data, foldCount)) {
    const classifier = createModelClassifier(await trainInWorker(training));
    judged.push(...judgeAll(heldOut, createJudge(content, classifier)));
  }
  printReport(judged, [confusionTable(judged, 'intent')]);
}

/** As many of the likeliest texts are shown. */
const maxTexts = 3;

async function explain(content: TrainingContent, text: string): Promise<void> {
  const { classifier } = await loadClassifier({
    data: content.data,
    folders: [modelFolder(readEnvironment())],
  });
  const { action, intent } = createJudge(content, classifier)(text);
  write(`${action} ${intent ?? ''}\n`);
  const read = createFirstMessageReader(content, createReader(content, classifier))(text, Date.now());
  const { understanding } = read;
  for (const table of [readingTable(read), understandingTable(understanding), entityTable(understanding)]) {
    print(table);
  }
  const { directory, data } = content;
  const objects = createObjectDirectory(directory);
  const ranker = createTextRanker({ directory, objects, asked: askedBefore(directory, data) });
  const alone = { last: undefined, words: undefined };
  const signs = new Map(ranker.readSigns(understanding, alone).map((one) => [one.text, one.signs]));
  print(rankingTable(ranker.rank(understanding, alone).slice(0, maxTexts), (one) => signs.get(one)));
  for (const candidate of understanding.candidates.slice(0, 3)) {
    const evidence = classifier.explain(text, candidate.intent);
    const rows = evidence.map(({ name, score }) => [name, score.toFixed(2)]);
    print({ title: `${candidate.intent} ${candidate.probability.toFixed(3)}`, heads: ['', ''], rows });
  }
}

function printReport(judged: readonly Judged[], more: Table[]): void {
  print(summaryTable(figuresOf(judged)));
  print(actionTable(judged));
  print(topicTable(judged));
  print(confusionTable(judged, 'topic'));
  for (const table of more) print(table);
  if (!judged.some(({ question }) => question.topic)) return;
  print(costTable(judged));
  mkdirSync('reports', { recursive: true });
  writeFileSync(curveFile, costCurveSvg(costCurve(judged)));
  write(`\nThe cost curve as a picture: ${curveFile}\n`);
}

function print({ title, heads, rows }: Table): void {
  if (rows.length > 0) write(`\n${title}\n${formatTable(heads, rows)}\n`);
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
