import { execFileSync } from 'node:child_process';
import learnFirst from './learn-first.js';

/** Trains the classifier and builds `dist/`: tests that start whole programs start what an office runs. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function buildFirst() {
  learnFirst();
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
