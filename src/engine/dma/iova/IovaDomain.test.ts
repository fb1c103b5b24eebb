import { describe, expect, test } from 'vitest';
import { IovaDomain } from './IovaDomain.ts';
import { FLUSH_QUEUE, GIB, type IovaSetup, KIB, USUAL_IOVA_SETUP } from './iovaSetup.ts';

const MIB = 2 ** 20;
const WIDEST = 2 ** 64;

/** The domain that the worked examples of the facts go by. */
const SETUP: IovaSetup = {
  ...USUAL_IOVA_SETUP,
  reserved: [
    { base: 0xe0000000, last: 0xfebfffff, what: 'host-bridge' },
    { base: 0xfee00000, last: 0xfeefffff, what: 'msi' },
  ],
};

const bases = (setup: IovaSetup, sizes: readonly number[], limit = WIDEST) => {
  const domain = new IovaDomain(setup);
  return sizes.map((size) => domain.allocate(size, limit)?.base.toString(16) ?? null);
};

describe('a fresh domain, from the top of 4 GiB down', () => {
  test('seven sizes', () => {
    const sizes = [4 * KIB, 64 * KIB, 4 * KIB, 12 * KIB, 2 * MIB, 4 * KIB, 132 * KIB];
    const wanted = 'fffff000 fffe0000 fffdf000 fffd8000 ffc00000 ffbff000 ffbc0000';
    expect(bases(SETUP, sizes)).toEqual(wanted.split(' '));
    expect(bases({ ...SETUP, lowFirst: 'each-time' }, sizes)).toEqual(wanted.split(' '));
  });

  test('with iommu.forcedac=1 from the top of 48 bits', () => {
    expect(bases({ ...SETUP, lowFirst: 'never' }, [4 * KIB, 64 * KIB, 2 * MIB])).toEqual([
      'fffffffff000',
      'fffffffe0000',
      'ffffffc00000',
    ]);
  });

  test.each([
    ['1 page', 4 * KIB, 4 * KIB],
    ['3 pages are 4', 12 * KIB, 16 * KIB],
    ['17 pages are 32', 68 * KIB, 128 * KIB],
    ['32 pages', 128 * KIB, 128 * KIB],
    ['33 pages stay 33', 132 * KIB, 132 * KIB],
    ['257 pages stay 257', 1028 * KIB, 1028 * KIB],
  ])('%s', (_, size, reserved) => {
    const given = new IovaDomain(SETUP).allocate(size, WIDEST);
    expect(given?.reserved).toBe(reserved);
  });

  test('a range is aligned to the power of two that holds it', () => {
    const [first, second] = bases(SETUP, [132 * KIB, 1028 * KIB]);
    expect([first, second]).toEqual(['fffc0000', 'ffe00000']);
  });

  test.each([
    ['of 32 bits', 0xffffffff, 'fffff000'],
    ['of 31 bits', 0x7fffffff, '7ffff000'],
    ['of 24 bits', 0xffffff, 'fff000'],
  ])('a device %s stays below its mask', (_, limit, base) => {
    expect(bases(SETUP, [4 * KIB], limit)).toEqual([base]);
  });

  test('39 bits of an IOMMU end there', () => {
    const setup: IovaSetup = { ...SETUP, apertureEnd: 2 ** 39 - 1, lowFirst: 'never' };
    expect(bases(setup, [4 * KIB])).toEqual(['7ffffff000']);
  });

  test('64 bits of an AMD IOMMU begin at the very top', () => {
    const setup: IovaSetup = { ...SETUP, apertureEnd: WIDEST, lowFirst: 'never' };
    expect(bases(setup, [4 * KIB, 2 * MIB])).toEqual(['-1000', '-400000']);
  });
});

describe('below 4 GiB first', () => {
  /** Pieces of 512 MiB: beside the windows and page 0, six of the eight below 4 GiB are free. */
  const seven = Array.from({ length: 7 }, () => GIB / 2);

  test('until there is no room: said once, and the full mask from then on (6.4)', () => {
    const domain = new IovaDomain(SETUP);
    const given = seven.map((size) => domain.allocate(size, WIDEST));
    const isLow = given.map((one) => (one?.base ?? 0) < 4 * GIB);
    expect(isLow).toEqual([true, true, true, true, true, true, false]);
    expect(given.map((one) => one?.log ?? null)).toEqual([
      ...Array.from({ length: 6 }, () => null),
      'Using 48-bit DMA addresses',
    ]);
    const small = domain.allocate(4 * KIB, WIDEST);
    expect(small?.base).toBeGreaterThan(4 * GIB);
    expect(small?.log).toBeNull();
  });

  test('for each mapping anew (up to 6.3)', () => {
    const domain = new IovaDomain({ ...SETUP, lowFirst: 'each-time' });
    const given = seven.map((size) => domain.allocate(size, WIDEST));
    expect(given.at(-1)?.base).toBeGreaterThan(4 * GIB);
    expect(given.at(-1)?.log).toBeNull();
    const small = domain.allocate(4 * KIB, WIDEST);
    expect(small?.base).toBeLessThan(4 * GIB);
  });

  test('a device of 32 bits gets nothing where there is no room', () => {
    const domain = new IovaDomain(SETUP);
    const given = seven.map((size) => domain.allocate(size, 0xffffffff));
    expect(given.at(-1)).toBeNull();
  });
});

describe('mapping, unmapping, mapping again', () => {
  test('strict: the same address at once', () => {
    const domain = new IovaDomain(SETUP);
    const first = domain.allocate(64 * KIB, WIDEST);
    domain.free(first?.base ?? 0);
    expect(domain.allocate(64 * KIB, WIDEST)).toEqual({ ...first, from: 'cache' });
  });

  test('lazy: another one until 10 ms have passed', () => {
    const domain = new IovaDomain({ ...SETUP, flush: FLUSH_QUEUE });
    const first = domain.allocate(64 * KIB, WIDEST)?.base ?? 0;
    domain.free(first);
    const second = domain.allocate(64 * KIB, WIDEST)?.base ?? 0;
    expect(second).toBe(first - 64 * KIB);
    domain.free(second);
    domain.wait(9);
    expect(domain.bytes()).toEqual({ taken: 0, cached: 0, waiting: 128 * KIB });
    domain.wait(1);
    expect(domain.bytes()).toEqual({ taken: 0, cached: 128 * KIB, waiting: 0 });
    expect(domain.allocate(64 * KIB, WIDEST)?.base).toBe(second);
    expect(domain.allocate(64 * KIB, WIDEST)?.base).toBe(first);
  });

  test('lazy: a ring that is full is flushed before its time', () => {
    const domain = new IovaDomain({ ...SETUP, flush: FLUSH_QUEUE });
    const given = Array.from({ length: 256 }, () => domain.allocate(4 * KIB, WIDEST)?.base ?? 0);
    for (const base of given.slice(0, 255)) domain.free(base);
    expect(domain.bytes()).toEqual({ taken: 4 * KIB, cached: 0, waiting: 1020 * KIB });
    domain.free(given.at(-1) ?? 0);
    expect(domain.bytes()).toEqual({ taken: 0, cached: 1020 * KIB, waiting: 4 * KIB });
  });

  test('the last one freed comes back first, and only to its own size', () => {
    const domain = new IovaDomain(SETUP);
    const [a, b] = [1, 2].map(() => domain.allocate(8 * KIB, WIDEST)?.base ?? 0);
    domain.free(a ?? 0);
    domain.free(b ?? 0);
    expect(domain.allocate(4 * KIB, WIDEST)?.from).toBe('space');
    expect(domain.allocate(8 * KIB, WIDEST)?.base).toBe(b);
    expect(domain.allocate(8 * KIB, WIDEST)?.base).toBe(a);
  });

  test('what is too high for the device stays where it is', () => {
    const domain = new IovaDomain(SETUP);
    const high = domain.allocate(4 * KIB, WIDEST)?.base ?? 0;
    domain.free(high);
    expect(domain.allocate(4 * KIB, 0xffffff)?.base).toBe(0xfff000);
    expect(domain.allocate(4 * KIB, WIDEST)?.base).toBe(high);
  });

  test('more than 32 pages are not kept: their room is free again', () => {
    const domain = new IovaDomain(SETUP);
    const first = domain.allocate(2 * MIB, WIDEST);
    domain.free(first?.base ?? 0);
    expect(domain.bytes()).toEqual({ taken: 0, cached: 0, waiting: 0 });
    expect(domain.allocate(2 * MIB, WIDEST)).toEqual(first);
  });

  test('where there is no room, what is kept is given up, and looked again', () => {
    const setup: IovaSetup = { ...USUAL_IOVA_SETUP, reserved: [], apertureEnd: 64 * KIB - 1 };
    const domain = new IovaDomain(setup);
    const given = Array.from({ length: 15 }, () => domain.allocate(4 * KIB, WIDEST)?.base ?? 0);
    expect(domain.allocate(4 * KIB, WIDEST)).toBeNull();
    for (const base of given) domain.free(base);
    expect(domain.allocate(32 * KIB, WIDEST)).toMatchObject({ base: 32 * KIB, from: 'space' });
  });
});

test('holes are found again from the top once nothing is left below', () => {
  const setup: IovaSetup = { ...USUAL_IOVA_SETUP, reserved: [], apertureEnd: 64 * KIB - 1 };
  const domain = new IovaDomain(setup);
  // 4K at f000, 32K aligned at 0: not to be had, as page 0 is never given out; 16K at 8000.
  expect(domain.allocate(4 * KIB, WIDEST)?.base).toBe(0xf000);
  expect(domain.allocate(32 * KIB, WIDEST)).toBeNull();
  expect(domain.allocate(16 * KIB, WIDEST)?.base).toBe(0x8000);
  expect(domain.allocate(16 * KIB, WIDEST)?.base).toBe(0x4000);
  // Below 4000 there is no room for 8K twice; the hole at c000 is above the mark.
  expect(domain.allocate(8 * KIB, WIDEST)?.base).toBe(0x2000);
  expect(domain.allocate(8 * KIB, WIDEST)?.base).toBe(0xc000);
});

test('… and not before 5.11: the mapping fails beside a hole', () => {
  const setup: IovaSetup = {
    ...USUAL_IOVA_SETUP,
    reserved: [],
    apertureEnd: 64 * KIB - 1,
    searchesAgain: false,
  };
  const domain = new IovaDomain(setup);
  for (const size of [4, 16, 16, 8]) expect(domain.allocate(size * KIB, WIDEST)).not.toBeNull();
  expect(domain.allocate(8 * KIB, WIDEST)).toBeNull();
});

test('windows of the host bridge and of interrupts are never given out', () => {
  const domain = new IovaDomain(SETUP);
  for (;;) {
    const given = domain.allocate(1 * MIB, 0xffffffff);
    if (!given) break;
    const last = given.base + MIB - 1;
    for (const window of SETUP.reserved)
      expect(given.base > window.last || last < window.base).toBe(true);
  }
});

test('what is not mapped cannot be freed', () => {
  expect(() => new IovaDomain(SETUP).free(0x1000)).toThrow(RangeError);
});

test('a full magazine goes to the depot, and back to the space after a while', () => {
  const domain = new IovaDomain(SETUP);
  const given = Array.from({ length: 600 }, () => domain.allocate(4 * KIB, WIDEST)?.base ?? 0);
  for (const base of given) domain.free(base);
  expect(domain.bytes().cached).toBe(600 * 4 * KIB);
  domain.wait(100);
  expect(domain.bytes().cached).toBe((600 - 127) * 4 * KIB);
  domain.wait(1000);
  expect(domain.bytes().cached).toBe((600 - 2 * 127) * 4 * KIB);
});
