import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import { BY_BUS, by, contextOf, peer, REFUSED, ram, shown } from './mapping.testkit.ts';
import { SwiotlbPool } from './SwiotlbPool.ts';

const rules = by('xen-swiotlb', { peers: 'never' });

test('peers are RAM to Xen’s table', () => {
  const mapping = dmaMapSg([ram(0x1000), peer(BY_BUS), peer(REFUSED)], contextOf({ rules }));
  expect(shown(mapping)).toEqual([
    '1000+1000 PHYS',
    '3800000000+1000 PHYS',
    '3800000000+1000 PHYS',
  ]);
  expect(mapping.outputs.map(({ defects }) => defects)).toEqual([[], ['as-ram'], ['as-ram']]);
});

test('… and bounced like it', () => {
  const given = { rules, device: { mask: 0xffff_ffff }, bounce: new SwiotlbPool() };
  expect(dmaMapSg([peer(REFUSED)], contextOf(given)).outputs).toMatchObject([
    { space: 'SWIOTLB', defects: ['as-ram', 'copied-peer'] },
  ]);
});
