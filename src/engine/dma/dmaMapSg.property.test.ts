import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DmaMapping } from './dmaMapping.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import { dmaUnmapSg } from './dmaUnmapSg.ts';
import type { MapContext } from './mapContext.ts';
import type { MapperRules } from './mapperRules.ts';
import {
  BY_BUS,
  by,
  contextOf,
  FIRST_PAGE,
  freshDomain,
  REFUSED,
  Steps,
  THROUGH_HOST,
} from './mapping.testkit.ts';
import { SwiotlbPool } from './SwiotlbPool.ts';
import type { SgEntry } from './scatterlist.ts';

/* What must hold of any list, device and mapper. */

const KIB = 1024;

const length = fc.oneof(
  fc.constantFrom(0x1000, 0x2000, 0x1_0000, 0x20_0000),
  fc.integer({ min: 1, max: 256 * KIB }),
);
const place = fc.record({
  page: fc.integer({ min: 1, max: 2 ** 26 }),
  offset: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4095 })),
});
const entry = fc
  .record({
    place,
    length,
    peer: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      fc.constantFrom(BY_BUS, THROUGH_HOST),
    ),
    follows: fc.boolean(),
  })
  .map(({ place: { page, offset }, ...rest }) => ({ phys: page * 4096 + offset, ...rest }));

/** Some entries lie right behind the one before. */
const list = fc.array(entry, { minLength: 1, maxLength: 40 }).map((entries) => {
  const placed: SgEntry[] = [];
  for (const { follows, ...rest } of entries) {
    const before = placed.at(-1);
    placed.push(follows && before ? { ...rest, phys: before.phys + before.length } : rest);
  }
  return placed;
});
/** The same, and one entry may be out of reach. */
const anyList = fc
  .tuple(list, fc.option(fc.nat({ max: 39 }), { nil: null }))
  .map(([entries, at]): readonly SgEntry[] =>
    entries.map((one, index) => (index === at ? { ...one, peer: REFUSED } : one)),
  );

const rules: fc.Arbitrary<Partial<MapperRules>> = fc.oneof(
  fc.constantFrom<Partial<MapperRules>[]>(
    by('iommu-dma'),
    by('iommu-dma', { busEntryLength: 'first-entry' }),
    by('iommu-dma', { maximumWraps: false }),
    by('iommu-dma', { granule: 0x1_0000 }),
    by('direct'),
    by('direct', { writesHostAddress: false }),
    by('xen-swiotlb', { peers: 'never' }),
    by('foreign-ops', { peers: 'never' }),
    by('rdma-virt', { peers: 'never' }),
    { ...by('p2p-shim'), inner: 'iommu-dma' },
    { ...by('p2p-shim'), inner: 'direct' },
  ),
  fc
    .constantFrom<MapperRules['mapper'][]>(
      'direct',
      'iommu-dma',
      'intel-ops',
      'amd-ops',
      'virt-ops',
    )
    .map((mapper) => by(mapper, FIRST_PAGE)),
);

const device = fc.record({
  mask: fc.constantFrom(2 ** 64, 2 ** 48 - 1, 0xffff_ffff),
  maxSegment: fc.constantFrom(0x1000, 0x1800, 0x1_0000, 0x10_0000, 0xffff_ffff),
  boundary: fc.constantFrom(0xffff_ffff, 0xffff, 0xf_ffff, 2 ** 64),
  isUntrusted: fc.boolean(),
  minAlignMask: fc.constantFrom(0, 0xfff),
});

const given = fc.record({ rules, device });

function fresh(of: { rules: Partial<MapperRules>; device: Partial<MapContext['device']> }) {
  const iova = freshDomain();
  const taken = new Set<number>();
  const pool = new SwiotlbPool();
  const bounce = {
    allocate: (size: number, phys: number, mask: number) => {
      const address = pool.allocate(size, phys, mask);
      if (address !== null) taken.add(address);
      return address;
    },
    free: (address: number) => {
      if (!taken.delete(address)) throw new Error('was not taken');
      pool.free(address);
    },
  };
  const context = contextOf({ ...of, iova, bounce });
  return { context, held: () => iova.bytes().taken + taken.size };
}

const total = (entries: readonly SgEntry[], first: number, count: number) =>
  entries.slice(first, first + count).reduce((sum, one) => sum + one.length, 0);

test('outputs cover the inputs exactly once, in order, or nothing is mapped', () => {
  fc.assert(
    fc.property(anyList, given, (entries, of) => {
      const { context, held } = fresh(of);
      const before = structuredClone(entries);
      const mapping = dmaMapSg(entries, context);
      expect(entries).toEqual(before);
      if (mapping.errno !== 0) {
        expect([mapping.outputs, mapping.iova, mapping.maps]).toEqual([[], [], []]);
        expect(held()).toBe(0);
        return;
      }
      let next = 0;
      for (const { first, count, length: told, defects } of mapping.outputs) {
        expect(first).toBe(next);
        next += count;
        if (defects.includes('length-unset')) expect(told).toBe(0);
        else if (!defects.includes('first-entry-length'))
          expect(told).toBe(total(entries, first, count));
      }
      expect(next).toBe(entries.length);
    }),
  );
});

test('unmapping gives back all, and the same calls give the same addresses', () => {
  fc.assert(
    fc.property(anyList, given, (entries, of) => {
      const { context, held } = fresh(of);
      const mapping = dmaMapSg(entries, context);
      expect(dmaMapSg(entries, fresh(of).context)).toEqual(mapping);
      dmaUnmapSg(mapping, context);
      expect(held()).toBe(0);
    }),
  );
});

const translated = fc.record({
  rules: fc.constantFrom(by('iommu-dma'), by('iommu-dma', FIRST_PAGE)),
  device: device.map((one) => ({ ...one, isUntrusted: false })),
});

test('no output crosses a boundary unless a single entry does', () => {
  fc.assert(
    fc.property(list, translated, (entries, of) => {
      const { context } = fresh(of);
      const window = context.device.boundary + 1;
      const { outputs } = dmaMapSg(entries, context);
      for (const { address, length: size, space, first, count } of outputs) {
        if (space !== 'IOVA' || address === null) continue;
        const last = address + size - 1;
        if (Math.floor(address / window) === Math.floor(last / window)) continue;
        const own = entries.slice(first, first + count);
        expect(own.some((one) => (one.phys % 4096) + one.length > window)).toBe(true);
      }
    }),
  );
});

test('lengths respect the maximum, but for what kernels do', () => {
  fc.assert(
    fc.property(list, translated, (entries, of) => {
      const { context } = fresh(of);
      const { maxSegment } = context.device;
      const { outputs } = dmaMapSg(entries, context);
      for (const { first, count, length: told, defects, space } of outputs) {
        const expected =
          told <= maxSegment
            ? []
            : count === 1
              ? ['over-maximum']
              : (entries[first]?.length ?? 0) > maxSegment
                ? ['wrapped-maximum']
                : ['impossible'];
        const found = defects.filter((one) => one.endsWith('maximum'));
        if (space === 'IOVA') expect(found).toEqual(expected);
      }
    }),
  );
});

test('the IOMMU leads every byte of an output to the entry that it is of', () => {
  fc.assert(
    fc.property(list, translated, (entries, of) => {
      const { context } = fresh(of);
      const mapping = dmaMapSg(entries, context);
      const physOf = (iova: number) => {
        const map = mapping.maps.find((one) => one.iova <= iova && iova < one.iova + one.size);
        return map && map.phys + iova - map.iova;
      };
      for (const { address, space, first, count } of mapping.outputs) {
        let at = address ?? 0;
        for (const one of space === 'IOVA' ? entries.slice(first, first + count) : []) {
          expect([physOf(at), physOf(at + one.length - 1)]).toEqual([
            one.phys,
            one.phys + one.length - 1,
          ]);
          at += one.length;
        }
      }
    }),
  );
});

test('the steps, replayed, give the outputs', () => {
  fc.assert(
    fc.property(anyList, given, (entries, of) => {
      const recorder = new Steps();
      const mapping = dmaMapSg(entries, { ...fresh(of).context, recorder });
      expect(dmaMapSg(entries, fresh(of).context)).toEqual(mapping);
      const failed = mapping.errno !== 0;
      expect(failed ? [] : replay(recorder)).toEqual(outline(mapping));
      expect(recorder.all.every(({ text }) => text !== '')).toBe(true);
    }),
  );
});

const outline = ({ outputs }: DmaMapping) =>
  outputs.map(({ first, count, length: told, address }) => ({ first, count, told, address }));

function replay({ all }: Steps) {
  const outputs: { first: number; count: number; told: number; address: number | null }[] = [];
  for (const { phase, output, entry: at, values } of all) {
    if (phase !== 'lay-out' || output === null || at === null) continue;
    const open = outputs[output.index];
    if (open) {
      open.count++;
      open.told = output.length;
    } else {
      const address = values.find(({ name }) => name === 'dma_address')?.value ?? null;
      outputs.push({ first: at, count: 1, told: output.length, address });
    }
  }
  return outputs;
}
