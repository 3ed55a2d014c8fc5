import { execFileSync } from 'node:child_process';

/** Trains the classifier once before all tests, so that no test spends its own time on training. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function learnFirst() {
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/build/nlu-train.ts'], {
    env: { ...process.env, DATA_DIR: 'node_modules/.cache/cau-noi' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
