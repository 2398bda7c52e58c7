import { defineConfig } from 'vitest/config';

// It compares CPU times of its own, which change with whatever else the machine does.
const ALONE = ['test/long/driver-soak.test.ts'];
// Long enough for what is killed and comes back; only what hangs is ended.
const patient = { pool: 'forks', testTimeout: 30 * 60_000, hookTimeout: 5 * 60_000 } as const;

export default defineConfig({
  test: {
    globalSetup: ['test/support/servers/servers.ts'],
    passWithNoTests: true,
    projects: [
      // Two files at a time: what is killed keeps them waiting most of their time.
      { test: { ...patient, name: 'long', include: ['test/long/**/*.test.ts'], exclude: ALONE, maxWorkers: 2 } },
      { test: { ...patient, name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
