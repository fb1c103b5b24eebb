import { expect, test } from 'vitest';
import { ERRNO } from './dmaMapping.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import { BY_BUS, by, contextOf, peer, REFUSED, ram, shown } from './mapping.testkit.ts';

test('a peer out of reach is mapped as if it were RAM, and nobody says so', () => {
  const rules = by('foreign-ops', { peers: 'never' });
  const mapping = dmaMapSg([ram(0x1000), peer(REFUSED)], contextOf({ rules }));
  expect(shown(mapping)).toEqual(['1000+1000 PHYS', '3800000000+1000 PHYS']);
  expect(mapping.outputs.map(({ defects }) => defects)).toEqual([[], ['as-ram']]);
});

test('with the flag they look at each entry', () => {
  const context = contextOf({ rules: by('foreign-ops') });
  expect(shown(dmaMapSg([peer(BY_BUS)], context))).toEqual(['3800000000+1000 BUS']);
  expect(dmaMapSg([ram(0x1000), peer(REFUSED)], context)).toMatchObject({
    errno: ERRNO.EREMOTEIO,
    failedAt: 1,
  });
});
