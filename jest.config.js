/** Shared by both tiers: ESM, TypeScript through swc, no module mocks. */
export const base = {
  testEnvironment: '<rootDir>/test/helpers/test-environment.js',
  runtime: '<rootDir>/test/helpers/shared-runtime.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/helpers/learn-first.js',
  reporters: ['default', '<rootDir>/test/helpers/tally-reporter.js'],
};

export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/system/', '<rootDir>/test/flows/'],
  // The usual is one process fewer than cores, which on two cores is one.
  maxWorkers: '100%',
};
