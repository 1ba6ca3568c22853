import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: [
      'tests/support/say-without-browser.ts',
      'tests/support/say-without-programs.ts',
      'tests/support/own-temporary-folder.ts',
    ],
    setupFiles: ['tests/support/same-search.ts'],
    chaiConfig: { truncateThreshold: 0 },
    // Two cores are two workers; by default one of them would wait.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // No module keeps anything to itself, so that the files of a worker may share them: loading all of it for each file
    // took a third of the time.
    isolate: false,
    // Properties over random questionnaires and real processes take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
