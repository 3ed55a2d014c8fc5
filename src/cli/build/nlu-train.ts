import { readEnvironment } from '../../config.ts';
import { messageOf } from '../../errors.ts';
import { loadClassifier } from '../../nlu/classifier/load-classifier.ts';
import { modelFolder, readTrainingContent } from './training-content.ts';

/**
 * Trains the classifier for the current content unless a model for it exists, so that the next start loads it. Saves
 * the model to the given folder, as `npm run build` does, or to the model folder of the bot.
 */
async function main(folder = modelFolder(readEnvironment())): Promise<void> {
  const { data } = readTrainingContent();
  const startedAt = performance.now();
  const { trained } = await loadClassifier({ data, folders: [folder] });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const intents = new Set(data.examples.map(({ intent }) => intent)).size;
  const what = `${data.examples.length} examples of ${intents} intents`;
  process.stdout.write(
    `${trained ? 'Learned' : 'Known already:'} ${what} in ${seconds} s. Kept in ${folder}\n`,
  );
}

try {
  await main(process.argv[2]);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
