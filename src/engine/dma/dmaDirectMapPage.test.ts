import { expect, test } from 'vitest';
import { dmaDirectMapPage } from './dmaDirectMapPage.ts';
import { contextOf, type Given } from './mapping.testkit.ts';
import { SwiotlbPool } from './SwiotlbPool.ts';

const page = (phys: number, length: number, mayBounce: boolean, given: Given = {}) => {
  const found = dmaDirectMapPage(phys, length, mayBounce, { ...contextOf(given), asked: null });
  return found.kind === 'error' ? (found.isPanic ? 'panic' : 'error') : found.kind;
};

const LOW = { mask: 0xffff_ffff };
const bounce = new SwiotlbPool();

test.each([
  ['it fits', 0xffff_f000, 0x1000, true, { device: LOW }, 'as-is'],
  ['its last byte does not', 0xffff_f000, 0x1001, true, { device: LOW, bounce }, 'bounced'],
  ['64 bits', 2 ** 52, 0x1000, true, {}, 'as-is'],
  ['what the bus carries', 2 ** 40, 0x1000, false, { device: { busLimit: 2 ** 39 } }, 'error'],
  ['RAM, no pool', 2 ** 40, 0x1000, true, { device: LOW }, 'error'],
  [
    'RAM, no pool, 5.15',
    2 ** 40,
    0x1000,
    true,
    { device: LOW, rules: { panicsWithoutPool: true } },
    'panic',
  ],
  ['a peer', 2 ** 40, 0x1000, false, { device: LOW, bounce }, 'error'],
  [
    'all RAM is bounced',
    0x1000,
    0x1000,
    true,
    { bounce, rules: { forcesBounce: true } },
    'bounced',
  ],
  ['… never peers', 0x1000, 0x1000, false, { bounce, rules: { forcesBounce: true } }, 'error'],
  ['too long for a pool', 2 ** 40, 0x4_0001, true, { device: LOW, bounce }, 'error'],
  ['the pool is too high', 2 ** 40, 0x1000, true, { device: { mask: 0xff_ffff }, bounce }, 'error'],
] as const)('%s', (_, phys, length, mayBounce, given, kind) => {
  expect(page(phys, length, mayBounce, given)).toBe(kind);
});
