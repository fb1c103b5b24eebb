import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../layout/textWidth.ts';
import { decadeAxis, rateAxis, sizeAxis } from './axes.ts';

const labels = (ticks: readonly { readonly label: string | null }[]) =>
  ticks.flatMap(({ label }) => (label === null ? [] : [label]));

describe('sizes', () => {
  test('lie by powers of two, as many named as there is room for', () => {
    const wide = sizeAxis([64, 65536], [0, 600]);
    expect(labels(wide.ticks)).toEqual('64 128 256 512 1K 2K 4K 8K 16K 32K 64K'.split(' '));
    const narrow = sizeAxis([64, 65536], [0, 200]);
    expect(labels(narrow.ticks)).toEqual('64 256 1K 4K 16K 64K'.split(' '));
    expect(wide.place(2048)).toBeCloseTo(300);
  });

  test('no two labels touch, whatever the ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4096 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 60, max: 1600 }),
        (least, octaves, width) => {
          const { ticks } = sizeAxis([least, least * 2 ** octaves], [0, width]);
          const named = ticks.filter(({ label }) => label !== null);
          for (const [at, tick] of named.entries()) {
            const next = named[at + 1];
            if (!next) continue;
            const half = (text: string | null) => textWidth(text ?? '', 'quiet') / 2;
            expect(tick.at + half(tick.label)).toBeLessThan(next.at - half(next.label));
          }
        },
      ),
    );
  });
});

describe('rates', () => {
  test('begin at nought and reach what there is', () => {
    const { ticks, place } = rateAxis(56.3e9, [200, 0]);
    expect(labels(ticks)).toEqual(['0', '10', '20', '30', '40', '50', '60']);
    expect(place(0)).toBe(200);
    expect(place(60e9)).toBe(0);
  });

  test('a low plot has few marks, and nothing is no error', () => {
    expect(labels(rateAxis(56.3e9, [60, 0]).ticks)).toEqual(['0', '20', '40', '60']);
    expect(rateAxis(0, [100, 0]).place(0)).toBe(100);
  });

  test('powers of ten hold the ends, and are divided where there is room', () => {
    const low = decadeAxis([0.03e9, 63e9], [200, 0]);
    expect(labels(low.ticks)).toEqual(['0.1', '1', '10', '100']);
    expect(low.place(0.02e9)).toBeCloseTo(200);
    const high = decadeAxis([0.5e9, 63e9], [400, 0]);
    expect(labels(high.ticks)).toEqual('0.5 1 2 5 10 20 50 100'.split(' '));
    expect(high.place(100e9)).toBeCloseTo(0);
  });
});
