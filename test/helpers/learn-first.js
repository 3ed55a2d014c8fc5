import { execFileSync } from 'node:child_process';

/** Before any test: learns the content once, so that bots in many tests start at once and none learns in its own time. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function learnFirst() {
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/build/nlu-train.ts'], {
    env: { ...process.env, DATA_DIR: 'node_modules/.cache/cau-noi' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
