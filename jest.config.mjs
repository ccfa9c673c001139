const swc = (options = {}) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
    ...options,
  },
];

const server = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc({ module: { type: 'es6' } }) },
  // light-my-request require()s this package, which newer versions ship as ESM only;
  // Jest cannot require ESM, so global set-up bundles it to CommonJS.
  moduleNameMapper: { '^cookie$': '<rootDir>/.data/jest/cookie.cjs' },
};

/** Tests that run in Node: libraries, services over real PostgreSQL, tools; and those that run in jsdom. */
export default {
  globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
  projects: [
    {
      ...server,
      displayName: 'server',
      testMatch: [
        '<rootDir>/{libs,contracts,platform,services,simulators,tools}/**/*.test.ts',
        '<rootDir>/apps/server/**/*.test.ts',
        '<rootDir>/e2e/assurance/**/*.test.ts',
      ],
    },
    {
      displayName: 'web',
      testEnvironment: 'jest-fixed-jsdom',
      setupFilesAfterEnv: ['<rootDir>/tools/jest/web-setup.mjs'],
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      transform: { '^.+\\.tsx?$': swc({ module: { type: 'es6' } }) },
      moduleNameMapper: { '\\.(css|woff2)$': '<rootDir>/tools/jest/empty.mjs' },
      testMatch: [
        '<rootDir>/{libs,apps}/**/*.test.tsx',
        '<rootDir>/apps/{pms-portal,clinical-portal}/**/*.test.ts',
      ],
    },
    {
      ...server,
      displayName: 'browser',
      testMatch: ['<rootDir>/e2e/browser/**/*.e2e.ts'],
    },
  ],
  testTimeout: process.env.ASSURE ? 1_800_000 : 30_000,
  maxWorkers: 2,
};
