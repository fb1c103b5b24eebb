import { expect, test } from 'vitest';
import { DRIVE_A } from '../mapping/scenarioMachines.testkit.ts';
import { type Asked, peerEntry, question } from './choose.testkit.ts';
import { chooseMapper } from './chooseMapper.ts';

const operations = (asked: Asked) => chooseMapper(question(asked)).operations ?? [];

test.each<[string, Asked, RegExp]>([
  ['nothing translates', {}, /dma_ops is NULL/],
  ['a table up to 6.11', { kernel: '6.6', mode: 'strict' }, /points to iommu_dma_ops/],
  ['a flag from 6.12 on', { kernel: '6.12', mode: 'strict' }, /dma_iommu is set/],
  ['Xen', { isXen: true }, /Xen’s operations: one table/],
])('%s: one', (_, asked, first) => {
  expect(operations(asked)).toEqual([expect.stringMatching(first)]);
});

test('a shim hides what was there before, and can call it because it saved it', () => {
  const list = [peerEntry('BUS_ADDR', DRIVE_A)];
  const shim = (mode: 'strict' | 'off') => operations({ design: 'p2p-shim', list, mode });
  expect(shim('strict')).toEqual([
    expect.stringContaining('injected at the bridge'),
    expect.stringMatching(/\(iommu-dma\).*one pointer and no chain.*saved/),
  ]);
  expect(shim('off')[1]).toContain('(none: dma-direct)');
});

test('a driver’s own table hides it for good', () => {
  const [, hidden] = operations({ kernel: '6.6', driver: 'private-ops', mode: 'strict' });
  expect(hidden).toMatch(/Hidden.*\(iommu-dma\).*nothing calls it/);
});
