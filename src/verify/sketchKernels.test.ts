import { expect, test } from 'vitest';
import { ERAS } from '../engine/kernel/eras.ts';
import { KERNEL_IDS, kernelKind, NEWEST_KERNEL, OLDEST_KERNEL } from '../sketch/values/kernel.ts';

test('a sketch knows the kernels that the engine knows', () => {
  const released = ERAS.flatMap(({ since }) => (since ? [since.slice(0, 2)] : []));
  expect(KERNEL_IDS).toEqual(ERAS.filter(({ since }) => since === null).map(({ id }) => id));
  expect(released.at(0)).toEqual(OLDEST_KERNEL);
  expect(released.at(-1)).toEqual(NEWEST_KERNEL);
  for (const { id } of ERAS) expect([id, kernelKind(id)]).toEqual([id, 'known']);
});
