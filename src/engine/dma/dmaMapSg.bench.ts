import { bench, describe } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import { by, contextOf, ram } from './mapping.testkit.ts';
import type { SgEntry } from './scatterlist.ts';

/*
 * Aim: 100,000 entries of 4 KiB in 50 ms by iommu-dma; ten times the entries in ten times the time.
 * IOVAs come from a counter: what is timed is the mapper. The loop beside it makes an object for each
 * entry and nothing else, which is the least that any mapper does: what is printed behind a mapper is how
 * many times faster that is. Beyond some 300,000 entries the loop itself grows faster than its list, and
 * the mappers with it: the collector copies what has outgrown its young space. Given 512 MB of that
 * (--min-semi-space-size=512), a million entries take about seven times as long as 100,000.
 */

const scattered = (count: number): readonly SgEntry[] =>
  Array.from({ length: count }, (_, index) => ram(0x1_0000_0000 + index * 0x3000));

const iova = {
  allocate: (size: number) => ({ base: 2 ** 40, reserved: size }),
  free: () => undefined,
};
const translated = contextOf({ iova, device: { maxSegment: 0x1_0000 } });
const direct = contextOf({ rules: by('direct') });

for (const count of [10_000, 100_000, 300_000]) {
  const list = scattered(count);
  const rounds =
    count > 100_000 ? { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 } : {};

  describe(`${count} entries`, () => {
    bench('iommu-dma', () => void dmaMapSg(list, translated), rounds);

    bench('dma-direct', () => void dmaMapSg(list, direct), rounds);

    bench(
      'baseline: one object for each entry',
      () => {
        const outputs: { address: number; length: number }[] = [];
        for (const { phys, length } of list) outputs.push({ address: phys, length });
        if (outputs.length !== count) throw new Error('lost');
      },
      rounds,
    );
  });
}
