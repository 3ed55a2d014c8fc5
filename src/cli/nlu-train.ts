import { readEnvironment } from '../config.ts';
import { messageOf } from '../errors.ts';
import { loadClassifier } from '../nlu/classifier/load-classifier.ts';
import { modelFolder, readTrainingContent } from './training-content.ts';

/** Trains the classifier for the content as it is, unless that was done before, so that the next start is quick. */
async function main(): Promise<void> {
  const { data } = readTrainingContent();
  const cacheFolder = modelFolder(readEnvironment());
  const startedAt = performance.now();
  const { trained } = await loadClassifier({ data, cacheFolder });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const intents = new Set(data.examples.map(({ intent }) => intent)).size;
  const what = `${data.examples.length} examples of ${intents} intents`;
  process.stdout.write(
    `${trained ? 'Learned' : 'Known already:'} ${what} in ${seconds} s. Kept in ${cacheFolder}\n`,
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
