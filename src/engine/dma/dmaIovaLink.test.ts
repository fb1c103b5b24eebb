import { expect, test } from 'vitest';
import { dmaIovaLink } from './dmaIovaLink.ts';
import { ERRNO } from './dmaMapping.ts';
import { by, contextOf, ram, shown } from './mapping.testkit.ts';

const PAGES = [ram(0x1_2345_6000), ram(0x1_ab00_0000), ram(0x4000_1000), ram(0x7_7777_7000)];

test('a request is one range, whatever the longest segment (E25)', () => {
  const mapping = dmaIovaLink(
    PAGES,
    contextOf({ device: { maxSegment: 0x1000, boundary: 0xfff } }),
  );
  expect(mapping && shown(mapping)).toEqual(['ffffc000+4000 IOVA']);
  expect(mapping?.iova).toEqual([{ base: 0xffff_c000, size: 0x4000, reserved: 0x4000 }]);
});

test('the first piece may begin, and the last end, within a granule', () => {
  const mapping = dmaIovaLink([ram(0x1000_0200, 0xe00), ram(0x2000_0000, 0x80)], contextOf());
  expect(mapping && shown(mapping)).toEqual(['ffffe200+e80 IOVA']);
});

test('a piece in between may not', () => {
  const context = contextOf();
  const list = [ram(0x1000_0000), ram(0x2000_0200), ram(0x3000_0000)];
  expect(dmaIovaLink(list, context)).toMatchObject({ errno: ERRNO.EIO, failedAt: 1 });
  expect(dmaIovaLink(PAGES, context)?.iova[0]?.base).toBe(0xffff_c000);
});

test('without translation there is no such way', () => {
  expect(dmaIovaLink(PAGES, contextOf({ rules: by('direct') }))).toBeNull();
});
