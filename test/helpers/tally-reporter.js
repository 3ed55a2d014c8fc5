import { appendFileSync } from 'node:fs';

/** Appends one line of counts per jest run to the file in TEST_TALLY_FILE; CI adds them up. */
export default class TallyReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.TEST_TALLY_FILE;
    if (!file) return;
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
    appendFileSync(
      file,
      `${numPassedTests} ${numFailedTests + numRuntimeErrorTestSuites} ${numPendingTests}\n`,
    );
  }
}
