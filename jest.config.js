/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/clients/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/tests/clients/'],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  // These publish ES modules only, and the driver imports 'os' in a way jest cannot follow; everything else in
  // node_modules is taken as it is.
  transformIgnorePatterns: [
    '/node_modules/(?!(file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|connect-mongo|@turf)/|mongodb/lib/runtime_adapters)',
  ],
  // The real chat clients: 486 MB that only the tests need.
  globalSetup: '<rootDir>/tests/clients/install.ts',
  testEnvironment: 'node',
  maxWorkers: 2,
  testTimeout: 30_000,
};
