import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readTrainingContent, type TrainingContent } from '../src/cli/build/training-content.ts';
import { formatTable } from '../src/cli/format-table.ts';
import type { Classifier, Example, TrainingData } from '../src/nlu/classifier/classifier.ts';
import { createModelClassifier } from '../src/nlu/classifier/create-classifier.ts';
import { loadClassifier } from '../src/nlu/classifier/load-classifier.ts';
import { trainModel } from '../src/nlu/classifier/train-model.ts';
import { createNormaliser } from '../src/nlu/text/normalise.ts';
import { createJudge } from '../tools/nlu-evaluate/create-judge.ts';
import { createFolds } from '../tools/nlu-evaluate/folds.ts';

const run = promisify(execFile);
const peersFolder = fileURLToPath(new URL('./peers/', import.meta.url));
const peers = ['node-nlp', 'natural', 'bayes'];
const peerTimeoutMs = 20 * 60_000;

type Write = (text: string) => void;

/** How fast the bot understands messages, and how other libraries do on the same examples. */
export async function benchUnderstanding(write: Write): Promise<void> {
  const content = readTrainingContent();
  const { examples } = content.data;
  const intents = new Set(examples.map(({ intent }) => intent)).size;
  write(`\nUnderstanding: ${examples.length} examples of ${intents} intents\n`);
  write(`${await startTable(content.data)}\n\n${speedTable(content)}\n\n`);
  write(`${await peerTable(content.data)}\n`);
}

async function startTable(data: TrainingData): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cau-noi-bench-'));
  try {
    const rows: string[][] = [];
    for (const what of ['train in a thread', 'load from the file']) {
      const startedAt = performance.now();
      await loadClassifier({ data, folders: [folder] });
      rows.push([what, `${(performance.now() - startedAt).toFixed(0)} ms`]);
    }
    const before = process.cpuUsage();
    trainModel(data);
    rows.push(['train, CPU time', `${(process.cpuUsage(before).user / 1000).toFixed(0)} ms`]);
    return formatTable(['start', 'time'], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function speedTable(content: TrainingContent): string {
  const classifier = createModelClassifier(trainModel(content.data));
  const judge = createJudge(content, classifier);
  const texts = content.data.examples.filter((_example, at) => at % 3 === 0).map(({ text }) => text);
  const long = [
    ['100 kB of words', 'thuế đất nộp ở đâu '],
    ['100 kB of emoji', '🙏'],
    ['100 kB without a blank', 'a'],
  ] as const;
  return formatTable(
    ['speed', 'p50 µs', 'p99 µs', 'a second'],
    [
      ['classify a message', ...timesOf(texts, (text) => classifier.classify(text))],
      ['mask, read and decide', ...timesOf(texts, (text) => judge(text))],
      ...long.map(([name, unit]) => {
        const text = unit.repeat(Math.ceil(100_000 / unit.length));
        const variants = Array.from({ length: 50 }, (_, at) => text + at);
        return [name, ...timesOf(variants, (each) => classifier.classify(each))];
      }),
    ],
  );
}

function timesOf(texts: readonly string[], read: (text: string) => unknown): string[] {
  for (const text of texts.slice(0, 2_000)) read(text);
  const times = texts.map((text) => {
    const startedAt = performance.now();
    read(text);
    return (performance.now() - startedAt) * 1000;
  });
  const total = times.reduce((sum, time) => sum + time, 0);
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
  return [at(0.5), at(0.99), ((texts.length / total) * 1_000_000).toFixed(0)];
}

interface LibraryResult {
  library: string;
  trainMs: number;
  intent: number;
  topic: number;
  p50Us: number;
  p99Us: number;
}

/** Each library learns four fifths of the examples, normalised by our code, and classifies the rest. */
async function peerTable(data: TrainingData): Promise<string> {
  const fold = createFolds(data, 5)[0];
  if (!fold) return '';
  const rows = [measureOurs(fold.training, fold.heldOut)];
  if (existsSync(join(peersFolder, 'node_modules'))) {
    for (const peer of peers) rows.push(await measurePeer(peer, fold.training, fold.heldOut));
  }
  const heads = ['one fifth held out', 'topic', 'intent', 'p50 µs', 'p99 µs', 'train s'];
  const table = formatTable(heads, rows.map(rowOf));
  return rows.length > 1 ? table : `${table}\n(cd bench/peers && npm install: compares with other libraries)`;
}

function rowOf({ library, trainMs, intent, topic, p50Us, p99Us }: LibraryResult): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    library,
    percent(topic),
    percent(intent),
    p50Us.toFixed(0),
    p99Us.toFixed(0),
    (trainMs / 1000).toFixed(1),
  ];
}

function measureOurs(training: TrainingData, heldOut: Example[]): LibraryResult {
  const startedAt = performance.now();
  const classifier: Classifier = createModelClassifier(trainModel(training));
  const trainMs = performance.now() - startedAt;
  const best = heldOut.map(({ text }) => classifier.classify(text)[0]);
  const share = (key: 'intent' | 'topic') =>
    heldOut.filter((example, at) => best[at]?.[key] === example[key]).length / heldOut.length;
  const texts = heldOut.map(({ text }) => text);
  const [p50Us, p99Us] = timesOf(texts, (text) => classifier.classify(text)).map(Number);
  return {
    library: 'ours',
    trainMs,
    intent: share('intent'),
    topic: share('topic'),
    p50Us: p50Us ?? 0,
    p99Us: p99Us ?? 0,
  };
}

async function measurePeer(
  library: string,
  training: TrainingData,
  heldOut: Example[],
): Promise<LibraryResult> {
  const normalise = createNormaliser(training.brands);
  const plain = (examples: readonly Example[]) =>
    examples.map((example) => ({ ...example, text: normalise(example.text) })).filter(({ text }) => text);
  const topics = Object.fromEntries(training.examples.map(({ intent, topic }) => [intent, topic]));
  const folder = mkdtempSync(join(tmpdir(), 'cau-noi-bench-'));
  try {
    const file = join(folder, 'data.json');
    const train = plain([...training.examples, ...training.titles]);
    writeFileSync(file, JSON.stringify({ train, test: plain(heldOut), topics }));
    const { stdout } = await run('node', [join(peersFolder, 'compare.mjs'), library, file], {
      timeout: peerTimeoutMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as LibraryResult;
  } catch {
    const none = Number.NaN;
    return {
      library: `${library} (gave up)`,
      trainMs: none,
      intent: none,
      topic: none,
      p50Us: none,
      p99Us: none,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await benchUnderstanding((text) => process.stdout.write(text));
}
