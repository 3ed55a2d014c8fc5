import { execFileSync } from 'node:child_process';
import learnFirst from './learn-first.js';

/** Trains the classifier and builds `dist/`: tests that start whole programs start what an office runs. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function buildFirst() {
  learnFirst();
  run('npx', 'tsc', '-p', 'tsconfig.build.json');
  run('npx', 'tsx', 'test/helpers/copy-model.ts', 'node_modules/.cache/cau-noi/classifier', 'dist');
  run('npm', 'run', '--silent', 'build');
}

function run(command, ...args) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
