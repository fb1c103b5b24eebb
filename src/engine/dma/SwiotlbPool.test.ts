import { expect, test } from 'vitest';
import { EXAMPLE_POOL, SwiotlbPool } from './SwiotlbPool.ts';

const KIB = 1024;

test('slots of 2 KiB, one behind the other', () => {
  const pool = new SwiotlbPool();
  const { base } = EXAMPLE_POOL;
  expect([100, 2049, 1].map((length) => pool.allocate(length, 0, 0))).toEqual([
    base,
    base + 0x800,
    base + 0x1800,
  ]);
});

test('a page and more begins on a page', () => {
  const pool = new SwiotlbPool();
  pool.allocate(1, 0, 0);
  expect(pool.allocate(4096, 0, 0)).toBe(EXAMPLE_POOL.base + 0x1000);
});

test('one mapping has at most 256 KiB, less what keeping low bits costs', () => {
  const pool = new SwiotlbPool();
  expect(pool.allocate(256 * KIB, 0, 0)).not.toBeNull();
  expect(pool.allocate(256 * KIB + 1, 0, 0)).toBeNull();
  expect(pool.allocate(256 * KIB, 0xe00, 0xfff)).toBeNull();
  expect(pool.allocate(252 * KIB, 0xe00, 0xfff)).not.toBeNull();
});

test('the low bits of the mask are kept', () => {
  const pool = new SwiotlbPool();
  for (const phys of [0x1_2345_6e10, 0x1_2345_6210]) {
    const address = pool.allocate(0x100, phys, 0xfff) ?? 0;
    expect(address & 0xfff).toBe(phys % 0x1000);
  }
});

test('a full pool has nothing; what is freed can be had again', () => {
  const pool = new SwiotlbPool({ base: 0x1000_0000, size: 256 * KIB });
  const first = pool.allocate(128 * KIB, 0, 0);
  expect(pool.allocate(128 * KIB, 0, 0)).not.toBeNull();
  expect(pool.allocate(1, 0, 0)).toBeNull();
  pool.free(first ?? 0);
  expect(pool.allocate(128 * KIB, 0, 0)).toBe(first);
});
