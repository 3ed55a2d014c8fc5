import { spawnSync } from 'node:child_process';

/**
 * The system tier. The volume tests, and a demo that trains, use more than one core from beginning to end, so they run
 * alone, one after the other; the other files run two at a time. Arguments go to jest, in one run:
 * `npm run test:system -- kill`.
 */
const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = ['node_modules/jest/bin/jest.js', '--config', 'jest.system.config.js'];
const alone = 'tickets-volume|demo-learning';

const asked = process.argv.slice(2);
const runs =
  asked.length > 0
    ? [asked]
    : [
        ['--testPathIgnorePatterns', alone],
        ['--maxWorkers', '1', alone],
      ];

for (const args of runs) {
  const { status } = spawnSync(process.execPath, [...nodeOptions, ...jest, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
