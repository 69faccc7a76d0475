import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // A worker is native code with one runtime per process, so test files can't share one.
    pool: 'forks',
    maxWorkers: 2,
    // Generous: conditions are awaited, and a busy machine must not be taken for a fault.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
