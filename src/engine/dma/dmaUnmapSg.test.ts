import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import { dmaUnmapSg } from './dmaUnmapSg.ts';
import { BY_BUS, by, contextOf, freshDomain, peer, ram } from './mapping.testkit.ts';
import { SwiotlbPool } from './SwiotlbPool.ts';

test('one range for the list; the same list gets the same addresses again', () => {
  const iova = freshDomain();
  const context = contextOf({ iova });
  const list = [ram(0x1000_0000), peer(BY_BUS), ram(0x2000_0000)];
  const mapping = dmaMapSg(list, context);
  dmaUnmapSg(mapping, context);
  expect(iova.bytes().taken).toBe(0);
  expect(dmaMapSg(list, context)).toEqual(mapping);
});

test('one by one where it was mapped so, with its bounce buffers', () => {
  const freed: number[] = [];
  const iova = freshDomain();
  const pool = new SwiotlbPool();
  const bounce = {
    allocate: pool.allocate.bind(pool),
    free: (address: number) => {
      freed.push(address);
      pool.free(address);
    },
  };
  const context = contextOf({ iova, bounce, device: { isUntrusted: true } });
  const mapping = dmaMapSg([ram(0x1000_0200, 0xe00), ram(0x2000_0000)], context);
  expect(mapping.iova.length).toBe(2);
  dmaUnmapSg(mapping, context);
  expect([iova.bytes().taken, freed.length]).toEqual([0, 1]);
});

test('bus addresses took nothing', () => {
  const context = contextOf({ rules: by('direct') });
  dmaUnmapSg(dmaMapSg([peer(BY_BUS)], context), context);
});
