import { describe, expect, test } from 'vitest';
import { ERRNO } from './dmaMapping.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import {
  BAR,
  BY_BUS,
  by,
  contextOf,
  FIRST_PAGE,
  type Given,
  peer,
  REFUSED,
  ram,
  reasons,
  shown,
  THROUGH_HOST,
} from './mapping.testkit.ts';
import { SwiotlbPool } from './SwiotlbPool.ts';
import type { SgEntry } from './scatterlist.ts';

const LOW = { mask: 0xffff_ffff };
const HOST_LIST = [ram(0x1000_0000), peer(THROUGH_HOST, 0x2000), ram(0x3000_0000)];

const direct = (list: readonly SgEntry[], given: Given = {}) =>
  dmaMapSg(list, contextOf({ ...given, rules: by('direct', given.rules) }));

test('five entries are five outputs, side by side or not (E18)', () => {
  const list = [
    ram(0x1000_0000),
    ram(0x2000_0000),
    peer(BY_BUS, 0x2000),
    ram(0x3000_0000),
    ram(0x3000_1000),
  ];
  const mapping = direct(list);
  expect(shown(mapping)).toEqual([
    '10000000+1000 PHYS',
    '20000000+1000 PHYS',
    '3800000000+2000 BUS',
    '30000000+1000 PHYS',
    '30001000+1000 PHYS',
  ]);
  expect(reasons(mapping)).toEqual(['first', 'no-iommu', 'bus', 'no-iommu', 'no-iommu']);
});

test('through the host bridge: the CPU’s address (E19)', () => {
  expect(shown(direct(HOST_LIST))).toEqual([
    '10000000+1000 PHYS',
    '3800000000+2000 PHYS',
    '30000000+1000 PHYS',
  ]);
});

test('… which 6.16 and later do not write, and call a success (E19)', () => {
  const mapping = direct(HOST_LIST, { rules: { writesHostAddress: false } });
  expect(mapping.errno).toBe(0);
  expect(shown(mapping)[1]).toBe('?+2000 PHYS');
  expect(mapping.outputs.map(({ defects }) => defects)).toEqual([[], ['unwritten'], []]);
});

test('a bus entry’s length, which 6.16 and 6.17 do not write', () => {
  const rules = { writesBusLength: false };
  const mapping = direct([ram(0x1000_0000), peer(BY_BUS, 0x2000)], { rules });
  expect(mapping.errno).toBe(0);
  expect(shown(mapping)).toEqual(['10000000+1000 PHYS', '3800000000+0 BUS']);
  expect(mapping.outputs.map(({ defects }) => defects)).toEqual([[], ['length-unset']]);
  const translated = dmaMapSg([peer(BY_BUS, 0x2000)], contextOf({ rules }));
  expect(shown(translated)).toEqual(['3800000000+2000 BUS']);
});

test('beyond the mask RAM is bounced (E20)', () => {
  const mapping = direct([ram(0x1_2345_6000), ram(0x4000_1000)], {
    device: LOW,
    bounce: new SwiotlbPool(),
  });
  expect(shown(mapping)).toEqual(['78000000+1000 SWIOTLB', '40001000+1000 PHYS']);
  expect(mapping.bounces).toEqual([{ entry: 0, address: 0x7800_0000, length: 0x1000 }]);
});

test('… and peer memory refused: all is undone (E21)', () => {
  const bounce = new SwiotlbPool();
  const given = { device: LOW, bounce };
  const list = [ram(0x40_0000_1000), peer(THROUGH_HOST)];
  expect(direct(list, given)).toMatchObject({ errno: ERRNO.EIO, failedAt: 1, outputs: [] });
  // The buffer that the first entry had is free again.
  const again = new SwiotlbPool();
  for (let taken = 0; taken < 32_768; taken++) bounce.allocate(2048, 0, 0);
  for (let taken = 0; taken < 32_768; taken++) again.allocate(2048, 0, 0);
  expect(bounce.allocate(1, 0, 0)).toBe(again.allocate(1, 0, 0));
});

test('a bus address is not held to the mask', () => {
  expect(shown(direct([peer(BY_BUS)], { device: LOW }))).toEqual(['3800000000+1000 BUS']);
});

test('one peer out of reach fails the list', () => {
  expect(direct([ram(0x1000_0000), peer(REFUSED)])).toMatchObject({
    errno: ERRNO.EREMOTEIO,
    returns: 'errno',
    failedAt: 1,
    outputs: [],
  });
});

test('the bus address is the CPU’s with the window’s offset (E26)', () => {
  const memory = { provider: null, mapType: 'BUS_ADDR', busOffset: -0x1000_0000 } as const;
  expect(shown(direct([peer(memory)]))).toEqual(['37f0000000+1000 BUS']);
});

test('entries longer than the longest segment are not split', () => {
  const mapping = direct([ram(0x1000_0000, 0x3000)], { device: { maxSegment: 0x1000 } });
  expect(mapping.outputs).toMatchObject([{ length: 0x3000, defects: ['over-maximum'] }]);
});

describe('before 6.0', () => {
  const rules = FIRST_PAGE;
  const list = [ram(0x1000_0000), peer(REFUSED)];

  test('a list that starts with RAM is RAM', () => {
    const mapping = direct(list, { rules });
    expect(shown(mapping)).toEqual(['10000000+1000 PHYS', '3800000000+1000 PHYS']);
    expect(mapping.outputs[1]?.defects).toEqual(['as-ram']);
  });

  test('peer memory beyond the mask is bounced: the device reads a copy', () => {
    const mapping = direct([peer(THROUGH_HOST), ram(0x1000_0000)], {
      rules,
      device: LOW,
      bounce: new SwiotlbPool(),
    });
    expect(shown(mapping)).toEqual(['78000000+1000 SWIOTLB', '10000000+1000 PHYS']);
    expect(mapping.outputs[0]?.defects).toEqual(['copied-peer']);
  });

  test('without a pool 0 comes back, or 5.15 stops', () => {
    const entries = [ram(0x1000_0000), peer(THROUGH_HOST, 0x1000, BAR)];
    const asked = (panicsWithoutPool: boolean) =>
      direct(entries, { rules: { ...rules, panicsWithoutPool }, device: LOW }).returns;
    expect([asked(false), asked(true)]).toEqual(['zero', 'panic']);
  });
});
