import { execFileSync } from 'node:child_process';
import learnFirst from './learn-first.js';
import { digestOf, doUnlessNoted, filesIn } from './noted-work.js';

/**
 * Trains the classifier and builds `dist/`: tests that start whole programs start what an office runs. Building takes
 * half a minute of processor time, so what is built already stays.
 */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function buildFirst() {
  learnFirst();
  doUnlessNoted('built', whatIsBuilt, () => {
    run('npx', 'tsc', '-p', 'tsconfig.build.json');
    run('npx', 'tsx', 'test/helpers/copy-model.ts', 'node_modules/.cache/cau-noi/classifier', 'dist');
    run('npm', 'run', '--silent', 'build');
  });
}

function run(command, ...args) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Names the sources and the settings of the build, the compiled code, and the other files that are there. */
function whatIsBuilt() {
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  const built = filesIn('dist');
  const compiled = built.filter((file) => file.endsWith('.js'));
  return [digestOf([...settings, ...['src', 'locales'].flatMap(filesIn), ...compiled]), ...built].join('\n');
}
