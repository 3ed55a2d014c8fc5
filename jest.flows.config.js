import { base } from './jest.config.js';

/** Whole stories, and everything measured over all of the content: minutes rather than seconds. */
export default {
  ...base,
  globalSetup: '<rootDir>/test/helpers/build-first.js',
  testMatch: ['<rootDir>/test/flows/**/*.test.ts'],
  testTimeout: 240_000,
  maxWorkers: '100%',
};
