import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    // Crashes and seasons each want the machine for themselves.
    fileParallelism: false,
    name: 'long',
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
    passWithNoTests: true,
  },
});
