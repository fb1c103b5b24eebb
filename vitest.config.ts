import { defineConfig } from 'vitest/config';
import { LongFirst } from './scripts/test/longFirst.mjs';

export default defineConfig({
  test: {
    name: 'unit',
    // Golden tests are `*.golden.test.ts` and run with the rest.
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    benchmark: { include: ['src/**/*.bench.ts'] },
    // Hundreds of small files: a thread starts faster than a process.
    pool: 'threads',
    // Two suffice, and leave a small machine usable.
    maxWorkers: 2,
    // Loading its modules anew for every file took as long as the tests. Tests put back what they stub.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // Generous: a busy machine is no reason to call a rule wrong.
    testTimeout: 20_000,
  },
});
