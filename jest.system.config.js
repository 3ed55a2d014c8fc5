import { base } from './jest.config.js';

/** Kill, volume and browser tests: slow by nature, and much of it is waiting for processes that start. */
export default {
  ...base,
  globalSetup: '<rootDir>/test/helpers/build-first.js',
  testMatch: ['<rootDir>/test/system/**/*.test.ts'],
  testTimeout: 600_000,
  maxWorkers: 2,
};
