import { bench, describe } from 'vitest';
import type { PairTable } from '../../engine/analyze.ts';
import type { DeviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import { countShown, summarise } from './summarise.ts';

describe.each([500, 2000])('the summary of %i functions', (size) => {
  const functions = Array.from({ length: size }, (_, place) => `f${place}` as FunctionId);
  const table: PairTable = {
    functions,
    possible: Uint8Array.from({ length: size ** 2 }, (_, cell) => 1 << (cell % 3)),
    distance: new Int16Array(size ** 2),
  };
  const kinds = functions.map((_, place): DeviceKind => (place % 3 === 0 ? 'gpu' : 'nic'));
  const places = functions.map((_, place) => place);

  bench('by kinds', () => {
    summarise(table, kinds);
  });
  bench('of what is shown', () => {
    countShown(table, places, places);
  });
});
