import path from 'node:path';
import { defineConfig } from 'vitest/config';

const pure = ['lib/domain/**/*.test.ts', 'components/**/*.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    setupFiles: ['tests/setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Left to itself it leaves one core of two idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure,
          // Nothing outlives a test here, and a process for each file takes longer than all of its tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{lib,db,components,app,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'node_modules/**', ...pure],
          globalSetup: ['tests/postgres.ts'],
        },
      },
    ],
  },
});
