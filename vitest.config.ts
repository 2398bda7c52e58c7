import { defineConfig } from 'vitest/config';

const PURE = [
  'test/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/config/**/*.test.ts',
  'test/api/documents/papers/*.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks',
    // The files of a process share its modules: most of a file's time would go into loading them anew.
    isolate: false,
    maxWorkers: 2,
    projects: [
      // A timeout is there to end what hangs; a loaded machine must not fail a test.
      { extends: true, test: { name: 'pure', include: PURE, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, 'test/long/**'],
          globalSetup: ['test/support/servers/servers.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
