import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 120_000,
    // By default one processor would be left free: of two that is half.
    maxWorkers: availableParallelism(),
    passWithNoTests: false,
  },
});
