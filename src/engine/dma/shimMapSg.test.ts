import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import {
  BY_BUS,
  by,
  contextOf,
  freshDomain,
  peer,
  REFUSED,
  ram,
  reasons,
  Steps,
  shown,
} from './mapping.testkit.ts';

const LIST = [
  ram(0x1000_0000),
  ram(0x2000_0000),
  peer(BY_BUS, 0x2000),
  ram(0x3000_0000),
  ram(0x3000_1000),
];
const rules = { ...by('p2p-shim'), inner: 'iommu-dma' } as const;

test('the list that the kernel joins to three is five', () => {
  const steps = new Steps();
  const mapping = dmaMapSg(LIST, { ...contextOf({ rules }), recorder: steps });
  expect(shown(mapping)).toEqual([
    'fffff000+1000 IOVA',
    'ffffe000+1000 IOVA',
    '3800000000+2000 BUS',
    'ffffd000+1000 IOVA',
    'ffffc000+1000 IOVA',
  ]);
  expect(reasons(mapping)).toEqual(['first', 'shim', 'shim', 'shim', 'shim']);
  expect(mapping.maps.map(({ first }) => first)).toEqual([0, 1, 3, 4]);
  const laid = steps.all.filter(({ phase }) => phase === 'lay-out');
  expect(laid.map(({ entry, output }) => [entry, output?.index])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
});

test('what the shim does not know is RAM to what lies below it', () => {
  const mapping = dmaMapSg([peer(REFUSED)], contextOf({ rules }));
  expect(mapping.outputs).toMatchObject([{ space: 'IOVA', defects: ['as-ram'] }]);
});

test('a failure undoes what was mapped before', () => {
  const iova = freshDomain();
  let calls = 0;
  const scarce = {
    allocate: (size: number, limit: number) => (++calls > 2 ? null : iova.allocate(size, limit)),
    free: (base: number) => iova.free(base),
  };
  expect(dmaMapSg(LIST, contextOf({ rules, iova: scarce }))).toMatchObject({ failedAt: 3 });
  expect(iova.bytes().taken).toBe(0);
});
