import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/say-without-browser.ts', 'tests/support/say-without-programs.ts'],
    setupFiles: ['tests/support/tidy-up.ts'],
    chaiConfig: { truncateThreshold: 0 },
    // Two cores are two workers; by default one of them would wait.
    maxWorkers: '100%',
    // Properties over random questionnaires and real processes take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
