import { defineConfig } from 'vitest/config';

// Generous: conditions are awaited, and a busy machine must not be taken for a fault.
const patience = { testTimeout: 120_000, hookTimeout: 120_000, teardownTimeout: 30_000 };

/** What needs neither the engine nor a socket: its files share threads. */
const alone = { pool: 'threads', isolate: false } as const;

/** Which project a test belongs to is the end of its name. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...patience,
          ...alone,
          name: 'unit',
          include: ['test/**/*.unit.test.ts'],
          setupFiles: ['test/no-sockets.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...patience,
          ...alone,
          name: 'property',
          include: ['test/**/*.property.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...patience,
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{unit,property}.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          // A worker is native code with one runtime per process, so test files can't share one.
          pool: 'forks',
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
