import { base } from './jest.config.js';

/** Kill, volume and browser tests: slow by nature, one at a time so that they do not starve each other. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/system/**/*.test.ts'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
