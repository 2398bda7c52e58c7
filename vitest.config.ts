import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const PURE = [
  'test/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/config/**/*.test.ts',
  'test/api/documents/papers/*.test.ts',
];

// What waits for real time or drives many applications: begun last, one of them would run alone at the end.
const LONGEST = [
  'test/api/http/process.test.ts',
  'test/workflows/lives.test.ts',
  'test/commands/intents/wake-spread.test.ts',
  'test/commands/intents/dates.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const longest = LONGEST.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(path)));
    // The pure files, none of them long, fill the end.
    const real = sorted.filter(({ project }) => project.name === 'real');
    return [...new Set([...longest, ...real, ...sorted])];
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    // The files of a process share its modules: most of a file's time would go into loading them anew.
    isolate: false,
    // More than the two cores of a small machine: a file waits for servers most of its time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
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
