import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LinkFigures, type LinkQuestion, linkFigures } from './linkFigures.ts';
import { gtsOf, PCIE_GENERATIONS, type PcieGeneration } from './pcieGeneration.ts';

const USUAL: Omit<LinkQuestion, 'rate'> = {
  sizeBytes: 4096,
  maxPayload: 256,
  maxReadRequest: 512,
  readCompletionBoundary: 64,
  completions: 'mps',
  addressBits: 64,
  ecrc: false,
  linkEfficiency: 1,
  dllpsPerTlp: 1,
};

function figures(
  generation: PcieGeneration,
  width: number,
  change: Partial<LinkQuestion> = {},
): LinkFigures {
  const found = linkFigures({ ...USUAL, rate: { gts: gtsOf(generation), width }, ...change });
  if (!found) throw new Error('no such link');
  return found;
}

const GB = 1e9;

describe('generations at x16, 256 bytes, 64-bit addresses, GB/s', () => {
  test.each([
    [1, 3.648, 3.7],
    [2, 7.295, 7.4],
    [3, 14.365, 14.57],
    [4, 28.73, 29.15],
    [5, 57.461, 58.29],
    [6, 110.8, 112.4],
    [7, 221.5, 224.8],
  ] as const)('Gen%i: %f written, %f in completions', (generation, write, read) => {
    const one = { sizeBytes: 256, maxReadRequest: 256, dllpsPerTlp: 0 };
    const found = figures(generation, 16, one);
    expect(found.write.bytesPerSecond / GB).toBeCloseTo(write, generation < 6 ? 3 : 1);
    expect(found.read.bytesPerSecond / GB).toBeCloseTo(read, generation < 6 ? 2 : 1);
  });
});

describe('worked examples', () => {
  test('Gen3 x8 writes at 256 bytes: 57.46 Gb/s', () => {
    const { write } = figures(3, 8, { sizeBytes: 256 });
    expect(write.bytesPerSecond / GB).toBeCloseTo(7.183, 3);
    expect((write.bytesPerSecond * 8) / GB).toBeCloseTo(57.46, 2);
  });

  test('Gen3 x8 reads at 512 bytes: as much; 56.3 Gb/s at η 0.98', () => {
    const { read } = figures(3, 8, { sizeBytes: 512 });
    expect((read.bytesPerSecond * 8) / GB).toBeCloseTo(57.46, 2);
    const real = figures(3, 8, { sizeBytes: 512, linkEfficiency: 0.98 });
    expect((real.read.bytesPerSecond * 8) / GB).toBeCloseTo(56.3, 1);
  });

  test('Gen5 x16 one way and both, η 0.98: 56.31 and 109.5 GB/s', () => {
    const found = figures(5, 16, { linkEfficiency: 0.98 });
    expect(found.write.bytesPerSecond / GB).toBeCloseTo(56.31, 2);
    expect((found.opposed.bytesPerSecond * 2) / GB).toBeCloseTo(109.5, 1);
  });

  test('an uplink held at Gen2 x16, η 0.98: 7.15 and 13.90 GB/s', () => {
    const found = figures(2, 16, { linkEfficiency: 0.98 });
    expect(found.write.bytesPerSecond / GB).toBeCloseTo(7.15, 2);
    expect((found.opposed.bytesPerSecond * 2) / GB).toBeCloseTo(13.9, 2);
  });

  test('stores of 128 bytes, Gen5 x16: 52.9 GB/s', () => {
    expect(figures(5, 16, { sizeBytes: 128 }).write.bytesPerSecond / GB).toBeCloseTo(52.9, 1);
  });

  test('stores of 64 bytes, Gen5 x16: 64 of 88 bytes, 45.8 GB/s before SKP', () => {
    const { write, raw } = figures(5, 16, { sizeBytes: 64 });
    expect(write.wire.header / write.wire.payload).toBeCloseTo(24 / 64, 12);
    expect(((raw / GB) * 64) / 88).toBeCloseTo(45.8, 1);
  });

  test('32 tags of 64 bytes at 512 ns are less than a Gen3 x8 link passes', () => {
    const tags = (32 * 64) / 512e-9;
    expect((tags * 8) / GB).toBeCloseTo(32, 9);
    expect(figures(3, 8, { sizeBytes: 64 }).read.bytesPerSecond).toBeGreaterThan(tags);
  });
});

describe('other calculators: payload of the bytes that packets take', () => {
  const part = ({ wire }: LinkFigures['write']) =>
    wire.payload / (wire.payload + wire.header + wire.dllp);

  test.each([
    ['Intel AN 690: 256 bytes, three words', 'write', { sizeBytes: 256 }, 0.9275],
    ['Intel 683541: a read of 512 bytes, no DLLPs', 'read', { sizeBytes: 512 }, 0.9275],
    ['Xilinx UG962: 128 bytes', 'write', { sizeBytes: 128, maxPayload: 128 }, 0.865],
  ] as const)('%s', (_title, operation, change, wanted) => {
    const found = figures(3, 8, { ...change, addressBits: 32, dllpsPerTlp: 0 });
    expect(part(found[operation])).toBeCloseTo(wanted, 3);
  });

  test('Xilinx UG962: 128 bytes with an ACK in the same direction', () => {
    const sizes = {
      sizeBytes: 128,
      maxPayload: 128,
      maxReadRequest: 128,
      addressBits: 32,
    } as const;
    expect(part(figures(3, 8, sizes).opposed)).toBeCloseTo(0.821, 3);
  });

  test('flits: 92.2 %, 118 GB/s at x16', () => {
    expect(figures(6, 16).raw / GB).toBe(118);
    expect(figures(6, 16).raw / (64e9 * 2)).toBeCloseTo(0.922, 3);
  });
});

test('ECRC, and completions cut at every boundary, cost what they add', () => {
  const plain = figures(3, 8, { sizeBytes: 512 });
  const ecrc = figures(3, 8, { sizeBytes: 512, ecrc: true });
  const cut = figures(3, 8, { sizeBytes: 512, completions: 'rcb' });
  const ratio = (a: LinkFigures, b: LinkFigures, what: 'write' | 'read') =>
    a[what].bytesPerSecond / b[what].bytesPerSecond;
  expect(ratio(ecrc, plain, 'write')).toBeCloseTo(560 / 568, 12);
  expect(ratio(cut, plain, 'read')).toBeCloseTo(560 / (512 + 8 * 20 + 8), 12);
  expect(ratio(cut, plain, 'write')).toBe(1);
});

test('reads of a byte fill the direction of the requests, where those are longer than what comes back', () => {
  const full = (change: Partial<LinkQuestion>) =>
    figures(3, 8, { sizeBytes: 1, dllpsPerTlp: 0, ...change }).read.full;
  expect([full({ addressBits: 64, ecrc: true }), full({ addressBits: 32 })]).toEqual([
    'from-device',
    'to-device',
  ]);
  expect(figures(3, 8, { sizeBytes: 1 }).read.wire.payload).toBe(0);
});

test('a link that is down passes nothing; a rate that no generation has is not known', () => {
  expect(figures(3, 0).write.bytesPerSecond).toBe(0);
  expect(linkFigures({ ...USUAL, rate: { gts: 10, width: 1 } })).toBeNull();
});

const questions = fc.record({
  generation: fc.constantFrom(...PCIE_GENERATIONS),
  width: fc.constantFrom(1, 2, 4, 8, 16),
  sizeBytes: fc.integer({ min: 1, max: 100_000 }),
  maxPayload: fc.constantFrom(128, 256, 512, 1024, 2048),
  maxReadRequest: fc.constantFrom(128, 256, 512, 1024, 4096),
  readCompletionBoundary: fc.constantFrom(64, 128),
  completions: fc.constantFrom('mps' as const, 'rcb' as const),
  addressBits: fc.constantFrom(32 as const, 64 as const),
  ecrc: fc.boolean(),
  linkEfficiency: fc.double({ min: 0.5, max: 1, noNaN: true }),
  dllpsPerTlp: fc.double({ min: 0, max: 2, noNaN: true }),
});

const LOADS = ['write', 'read', 'both', 'opposed'] as const;

describe('whatever the question', () => {
  test('the parts of the wire are all of the link, and none is negative', () => {
    fc.assert(
      fc.property(questions, ({ generation, width, ...change }) => {
        const found = figures(generation, width, change);
        for (const load of LOADS) {
          const parts = Object.values(found[load].wire);
          expect(parts.reduce((sum, each) => sum + each, 0) / found.raw).toBeCloseTo(1, 9);
          for (const part of parts) expect(part / found.raw).toBeGreaterThan(-1e-12);
        }
      }),
    );
  });

  test('twice the width is twice the bytes, and more of anything else at once is less of each', () => {
    fc.assert(
      fc.property(questions, ({ generation, width, ...change }) => {
        const [narrow, wide] = [
          figures(generation, width, change),
          figures(generation, 2 * width, change),
        ];
        for (const load of LOADS) {
          expect(wide[load].bytesPerSecond / narrow[load].bytesPerSecond).toBeCloseTo(2, 9);
        }
        const most = Math.min(narrow.write.bytesPerSecond, narrow.read.bytesPerSecond);
        expect(narrow.both.bytesPerSecond).toBeLessThanOrEqual(most * (1 + 1e-12));
        expect(narrow.opposed.bytesPerSecond).toBeLessThanOrEqual(
          narrow.write.bytesPerSecond * (1 + 1e-12),
        );
      }),
    );
  });

  test('a larger payload is never worse for what fills it', () => {
    fc.assert(
      fc.property(
        questions,
        fc.integer({ min: 1, max: 50 }),
        ({ generation, width, ...change }, count) => {
          const sizeBytes = change.maxPayload * 2 * count;
          const small = figures(generation, width, { ...change, sizeBytes });
          const maxPayload = change.maxPayload * 2;
          const large = figures(generation, width, { ...change, sizeBytes, maxPayload });
          for (const load of LOADS) {
            expect(large[load].bytesPerSecond).toBeGreaterThanOrEqual(
              small[load].bytesPerSecond * (1 - 1e-12),
            );
          }
        },
      ),
    );
  });
});
