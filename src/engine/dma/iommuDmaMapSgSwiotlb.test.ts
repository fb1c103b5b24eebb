import { expect, test } from 'vitest';
import { ERRNO } from './dmaMapping.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import { contextOf, freshDomain, peer, REFUSED, ram, reasons, shown } from './mapping.testkit.ts';
import { SwiotlbPool } from './SwiotlbPool.ts';

const LIST = [ram(0x1000_0200, 0xe00), ram(0x2000_0000)];

test('each entry alone, what does not fill pages bounced, low bits kept (E27)', () => {
  const device = { isUntrusted: true, minAlignMask: 0xfff };
  const mapping = dmaMapSg(LIST, contextOf({ device, bounce: new SwiotlbPool() }));
  expect(shown(mapping)).toEqual(['fffff200+e00 IOVA', 'ffffe000+1000 IOVA']);
  expect(mapping.iova.length).toBe(2);
  expect(mapping.bounces).toMatchObject([{ entry: 0, length: 0xe00 }]);
  expect(mapping.maps[0]?.phys).toBe(0x7800_0000);
  expect(reasons(mapping)).toEqual(['first', 'untrusted']);
});

test('without a mask for low bits the buffer begins on a page', () => {
  const device = { isUntrusted: true };
  const mapping = dmaMapSg(LIST, contextOf({ device, bounce: new SwiotlbPool() }));
  expect(shown(mapping)[0]).toBe('fffff000+e00 IOVA');
});

test('peers are not looked at; what is bounced of them is a copy', () => {
  const device = { isUntrusted: true };
  const list = [peer(REFUSED), peer(REFUSED, 0x200)];
  const { outputs } = dmaMapSg(list, contextOf({ device, bounce: new SwiotlbPool() }));
  expect(outputs.map(({ defects }) => defects)).toEqual([['as-ram'], ['as-ram', 'copied-peer']]);
});

test('without a pool: -EIO, and all undone', () => {
  const iova = freshDomain();
  const list = [ram(0x2000_0000), ram(0x1000_0200, 0xe00)];
  const mapping = dmaMapSg(list, contextOf({ iova, device: { isUntrusted: true } }));
  expect(mapping).toMatchObject({ errno: ERRNO.EIO, failedAt: 1, outputs: [] });
  expect(iova.bytes().taken).toBe(0);
});
