import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IovaDomain } from './IovaDomain.ts';
import { FLUSH_QUEUE, type IovaSetup, USUAL_IOVA_SETUP, X86_MSI_WINDOW } from './iovaSetup.ts';

const PAGE = 4096;

const operation = fc.oneof(
  fc.record({
    map: fc.oneof(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(32, 33, 512, 513, 0x4000, 0x20000),
    ),
    bits: fc.constantFrom(24, 32, 39, 64),
  }),
  fc.record({ unmap: fc.nat({ max: 30 }) }),
  fc.record({ wait: fc.nat({ max: 15 }) }),
);

const setup: fc.Arbitrary<IovaSetup> = fc.record({
  granule: fc.constant(PAGE),
  apertureStart: fc.constant(0),
  apertureEnd: fc.constantFrom(2 ** 39 - 1, 2 ** 48 - 1, 2 ** 64),
  reserved: fc.constant([
    { base: 0xc0000000, last: 0xfebfffff, what: 'host-bridge' } as const,
    { base: 0x3800000000, last: 0x3fffffffff, what: 'host-bridge' } as const,
    X86_MSI_WINDOW,
  ]),
  lowFirst: fc.constantFrom('each-time', 'until-it-fails', 'never'),
  flush: fc.constantFrom({ kind: 'strict' } as const, FLUSH_QUEUE),
  depot: fc.constantFrom('at-most-32', 'trimmed'),
  searchesAgain: fc.boolean(),
});

type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Plays it, and says what was given; those still mapped are returned as well. */
function play(domain: IovaDomain, operations: readonly Operation[]) {
  const mapped: { base: number; size: number; bits: number }[] = [];
  const given: (number | null)[] = [];
  for (const one of operations) {
    if ('map' in one) {
      const found = domain.allocate(one.map * PAGE, 2 ** one.bits - 1);
      given.push(found?.base ?? null);
      if (found) mapped.push({ base: found.base, size: found.reserved, bits: one.bits });
    } else if ('unmap' in one) {
      const [gone] = mapped.splice(one.unmap % Math.max(1, mapped.length), 1);
      if (gone) domain.free(gone.base);
    } else domain.wait(one.wait);
  }
  return { mapped, given };
}

const operations = fc.array(operation, { maxLength: 60 });
const start = (address: number) => BigInt.asUintN(64, BigInt(address));

test('what is given lies apart, outside of reserved windows, within mask and aperture, aligned', () => {
  fc.assert(
    fc.property(setup, operations, (how, what) => {
      const domain = new IovaDomain(how);
      const { mapped } = play(domain, what);
      const all = [
        ...mapped.map(({ base, size }) => [start(base), start(base) + BigInt(size)] as const),
        ...how.reserved.map(({ base, last }) => [BigInt(base), BigInt(last) + 1n] as const),
      ].sort((a, b) => Number(a[0] - b[0]));
      for (const [i, [from]] of all.entries()) expect(from >= (all[i - 1]?.[1] ?? 1n)).toBe(true);
      for (const { base, size, bits } of mapped) {
        const last = start(base) + BigInt(size) - 1n;
        expect(last < 1n << BigInt(bits)).toBe(true);
        expect(last <= BigInt(how.apertureEnd)).toBe(true);
        const aligned = 2 ** Math.ceil(Math.log2(size));
        expect(start(base) % BigInt(aligned)).toBe(0n);
      }
    }),
  );
});

test('when all is unmapped, flushed and given up, the space is as it was', () => {
  fc.assert(
    fc.property(setup, operations, (how, what) => {
      const domain = new IovaDomain(how);
      const { mapped } = play(domain, what);
      for (const { base } of mapped) domain.free(base);
      domain.wait(1000);
      const bytes = domain.bytes();
      expect([bytes.taken, bytes.waiting]).toEqual([0, 0]);
      domain.giveUpCached();
      expect(domain.bytes()).toEqual({ taken: 0, cached: 0, waiting: 0 });
      expect(domain.places()).toEqual(new IovaDomain(how).places());
    }),
  );
});

test('the same calls give the same addresses', () => {
  fc.assert(
    fc.property(setup, operations, (how, what) => {
      expect(play(new IovaDomain(how), what).given).toEqual(play(new IovaDomain(how), what).given);
    }),
  );
});

test('ten thousand mappings, each unmapped in another order', () => {
  const domain = new IovaDomain(USUAL_IOVA_SETUP);
  const given = Array.from({ length: 10_000 }, (_, i) =>
    domain.allocate(((i % 70) + 1) * PAGE, 2 ** 64 - 1),
  );
  expect(new Set(given.map((one) => one?.base)).size).toBe(10_000);
  const order = given.map((_, i) => (i * 7919) % 10_000);
  for (const i of order) domain.free(given[i]?.base ?? 0);
  expect(domain.bytes().taken).toBe(0);
});
