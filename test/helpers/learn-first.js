import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const cache = 'node_modules/.cache/cau-noi';

/** Trains the classifier once before all tests, so that no test spends its own time on training. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function learnFirst() {
  // Looking for the model of this content means to read all of it: two seconds that a second run can save.
  const noted = join(cache, 'learned');
  const learned = whatIsLearned();
  if (existsSync(noted) && readFileSync(noted, 'utf8') === learned) return;
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/build/nlu-train.ts'], {
    env: { ...process.env, DATA_DIR: cache },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(noted, whatIsLearned());
}

/** Names the content, the code that learns it, and the models that are there. */
function whatIsLearned() {
  const hash = createHash('sha256');
  for (const folder of ['locales', 'src/nlu', 'src/content']) {
    for (const file of filesIn(folder)) hash.update(file).update(readFileSync(file));
  }
  for (const file of filesIn(join(cache, 'classifier'))) hash.update(file);
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}
