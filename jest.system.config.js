import { base } from './jest.config.js';

/** Kill, volume and browser tests, and whole stories: slow by nature, one at a time so that they do not starve each other. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/system/**/*.test.ts', '<rootDir>/test/flows/**/*.test.ts'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
