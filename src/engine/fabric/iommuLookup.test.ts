import { expect, test } from 'vitest';
import { iommuLookup } from './iommuLookup.ts';

test.each([
  ['none', 'bus', 'absent'],
  ['none', 'host', 'absent'],
  ['off', 'bus', 'absent'],
  ['passthrough', 'bus', 'passed'],
  ['passthrough', 'host', 'passed'],
  ['strict', 'bus', 'fault'],
  ['lazy', 'bus', 'fault'],
  ['strict', 'host', 'translated'],
  ['lazy', 'host', 'translated'],
  ['strict', 'translated', 'passed'],
] as const)('%s, %s address: %s', (mode, address, result) => {
  const isTranslated = mode === 'strict' || mode === 'lazy';
  const use = { hardware: 'intel', mode, requestsAcs: true } as const;
  expect(iommuLookup(use, isTranslated, address).result).toBe(result);
});

test('what the IOMMU does not take is passed, and what pass-through spares is translated', () => {
  const use = { hardware: 'amd', requestsAcs: true } as const;
  expect(iommuLookup({ ...use, mode: 'strict' }, false, 'bus').result).toBe('passed');
  expect(iommuLookup({ ...use, mode: 'passthrough' }, true, 'bus').result).toBe('fault');
});
