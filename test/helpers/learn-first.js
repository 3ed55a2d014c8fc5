import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { cache, digestOf, doUnlessNoted, filesIn } from './noted-work.js';

/**
 * Trains the classifier once before all tests, so that no test spends its own time on training. Looking for the model
 * of this content means to read all of it: two seconds that a second run saves.
 */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function learnFirst() {
  doUnlessNoted('learned', whatIsLearned, () =>
    execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/build/nlu-train.ts'], {
      env: { ...process.env, DATA_DIR: cache },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
}

/** Names the content, the code that learns it, and the models that are there. */
function whatIsLearned() {
  const models = filesIn(join(cache, 'classifier'));
  return [digestOf(['locales', 'src/nlu', 'src/content'].flatMap(filesIn)), ...models].join('\n');
}
