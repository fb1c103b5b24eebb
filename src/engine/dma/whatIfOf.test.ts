import { expect, test } from 'vitest';
import { whatIfOf } from './whatIfOf.ts';

test('each design says whose it is, what it changes and what it costs', () => {
  expect(whatIfOf('kernel')).toBeNull();
  for (const design of [
    'p2p-shim',
    'one-target',
    'switch-iommu',
    'out-of-tree',
    'physical-until-used',
  ] as const) {
    const whatIf = whatIfOf(design);
    expect(whatIf?.title).not.toBe('');
    expect(whatIf?.idea).toMatch(/20\d\d/);
    expect(whatIf?.changes.length).toBeGreaterThan(0);
    expect(whatIf?.costs.length).toBeGreaterThan(0);
  }
});

test('what a shim leaves open: who mapped what, errors, coherency, devices without it', () => {
  const open = whatIfOf('p2p-shim')?.open ?? [];
  expect(open.map((text) => text.split(':')[0])).toEqual([
    'Unmapping',
    'Errors',
    'Coherency',
    'Devices without the table',
  ]);
});
