import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import {
  by,
  contextOf,
  FIRST_PAGE,
  peer,
  REFUSED,
  ram,
  reasons,
  shown,
} from './mapping.testkit.ts';

const PAGES = [ram(0x1_2345_6000), ram(0x1_ab00_0000), ram(0x4000_1000), ram(0x7_7777_7000)];
const rules = { ...by('intel-ops'), ...FIRST_PAGE };

test('one range, an output for each entry (E23)', () => {
  const mapping = dmaMapSg(PAGES, contextOf({ rules }));
  expect(shown(mapping)).toEqual([
    'ffffc000+1000 IOVA',
    'ffffd000+1000 IOVA',
    'ffffe000+1000 IOVA',
    'fffff000+1000 IOVA',
  ]);
  expect(mapping.iova).toEqual([{ base: 0xffff_c000, size: 0x4000, reserved: 0x4000 }]);
  expect(reasons(mapping)).toEqual(['first', 'private-ops', 'private-ops', 'private-ops']);
});

test('offsets are kept, and no boundary is padded to', () => {
  const list = [ram(0x1000_0e00, 0x400), ram(0x2000_0000, 0xc000), ram(0x3000_0000, 0xc000)];
  const mapping = dmaMapSg(list, contextOf({ rules, device: { boundary: 0xffff } }));
  expect(shown(mapping)).toEqual(['fffe0e00+400 IOVA', 'fffe2000+c000 IOVA', 'fffee000+c000 IOVA']);
});

test('peers behind RAM are RAM', () => {
  const mapping = dmaMapSg([ram(0x1000), peer(REFUSED)], contextOf({ rules }));
  expect(mapping.outputs[1]).toMatchObject({ space: 'IOVA', defects: ['as-ram'] });
});

test('no room: 0', () => {
  const iova = { allocate: () => null, free: () => undefined };
  expect(dmaMapSg(PAGES, contextOf({ rules, iova }))).toMatchObject({ returns: 'zero', maps: [] });
});
