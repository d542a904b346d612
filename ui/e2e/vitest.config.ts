import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.e2e.ts'],
    dir: import.meta.dirname,
    // One browser and one server at a time: the machine may be small.
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
