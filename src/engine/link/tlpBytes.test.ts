import { expect, test } from 'vitest';
import type { PcieGeneration } from './pcieGeneration.ts';
import { tlpOverhead } from './tlpBytes.ts';

test.each([
  // generation, address, ECRC; write, read request, completion
  [1, 64, false, 24, 24, 20],
  [3, 32, false, 20, 20, 20],
  [5, 64, false, 24, 24, 20],
  [5, 64, true, 28, 28, 24],
  [6, 64, false, 16, 16, 12],
  [7, 32, false, 12, 12, 12],
  [7, 32, true, 16, 16, 16],
] as const)(
  'Gen%i, %i bits, ECRC %s: %i, %i, %i',
  (generation: PcieGeneration, addressBits, ecrc, write, read, completion) => {
    const bytes = (['write', 'read', 'completion'] as const).map((kind) =>
      tlpOverhead(generation, kind, { addressBits, ecrc }),
    );
    expect(bytes).toEqual([write, read, completion]);
  },
);
