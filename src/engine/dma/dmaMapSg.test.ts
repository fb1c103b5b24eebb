import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import { BY_BUS, by, contextOf, FIRST_PAGE, peer, ram, shown } from './mapping.testkit.ts';

const MIXED = [ram(0x1000_0000), peer(BY_BUS)];
const TURNED = [peer(BY_BUS), ram(0x1000_0000)];

test.each([
  ['each entry', 'each-entry', MIXED, 'PHYS BUS'],
  ['each entry', 'each-entry', TURNED, 'BUS PHYS'],
  ['the first: RAM', 'first-page', MIXED, 'PHYS PHYS'],
  ['the first: a peer', 'first-page', TURNED, 'BUS PHYS'],
  ['none', 'never', MIXED, 'PHYS PHYS'],
  ['none', 'never', TURNED, 'PHYS PHYS'],
] as const)('looks at %s', (_, peers, list, expected) => {
  const mapping = dmaMapSg(list, contextOf({ rules: by('direct', { ...FIRST_PAGE, peers }) }));
  expect(mapping.outputs.map(({ space }) => space).join(' ')).toBe(expected);
});

test('nothing is made of an empty list', () => {
  const mapping = dmaMapSg([], contextOf());
  expect([mapping.errno, shown(mapping), mapping.iova]).toEqual([0, [], []]);
});
