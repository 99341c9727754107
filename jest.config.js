/** TypeScript through SWC, as ES modules; JSX only where the file's name says so, as it changes how generics read. */
const swc = (parser) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser,
      transform: { react: { runtime: 'automatic' } },
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
  },
];

const shared = {
  testEnvironment: '<rootDir>/test/support/run/environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  // What the library for e-mails has and ours use nothing of: reading it takes each file half a second.
  moduleNameMapper: {
    '^\\./components/(code-block/code-block|markdown/markdown|tailwind/.*)\\.mjs$':
      '<rootDir>/test/support/run/not-in-e-mails.mjs',
  },
  transform: {
    '\\.ts$': swc({ syntax: 'typescript' }),
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
  },
};

const tests = (...folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`);

/** PostgreSQL and Temporal, started once a run; Jest skips it when none of the project's tests is selected. */
const realParts = {
  globalSetup: '<rootDir>/test/support/run/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/run/global-teardown.ts',
};

export default {
  // A workflow bundle, a first start of a server or a browser takes seconds on a small machine.
  testTimeout: 60_000,
  // What a file imports stays in its process; one with gigabytes of it collects garbage, and ends slower than Jest waits.
  workerIdleMemoryLimit: '256MB',
  testSequencer: './test/support/run/slow-first.mjs',
  projects: [
    { ...shared, displayName: 'unit', testMatch: tests('unit', 'replay') },
    { ...shared, ...realParts, displayName: 'workflow', testMatch: tests('workflow') },
    { ...shared, ...realParts, displayName: 'integration', testMatch: tests('integration') },
    { ...shared, ...realParts, displayName: 'attack', testMatch: tests('attack') },
    {
      ...shared,
      ...realParts,
      globalSetup: '<rootDir>/test/support/run/global-browser-setup.ts',
      displayName: 'browser',
      testMatch: tests('browser'),
    },
    { ...shared, ...realParts, displayName: 'build', testMatch: tests('build') },
  ],
};
