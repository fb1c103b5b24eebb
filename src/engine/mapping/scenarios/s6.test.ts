import { expect, test } from 'vitest';
import type { Machine } from '../../../model/machine.ts';
import { ENTRIES, NIC, oneSwitch, withFunctions, withLimits } from '../scenarioMachines.testkit.ts';
import { mapped, outputs, reasons } from './mapped.testkit.ts';

/* Always one range? Linux 6.1, translated, unless a row says otherwise. */

const machine = oneSwitch();
const limited = (limits: Parameters<typeof withLimits>[2]) => withLimits(machine, NIC, limits);
const untrusted = withFunctions(machine, (fn) => (fn.id === NIC ? { ...fn, untrusted: true } : fn));

type Row = readonly [
  name: string,
  on: Machine,
  entries: Parameters<typeof mapped>[1],
  expected: readonly string[],
  why: readonly string[],
];

const rows: readonly Row[] = [
  ['E1, four pages', machine, ENTRIES.E1, ['0xffffc000+4000'], ['first']],
  [
    'E3, an offset first and a short end',
    machine,
    ENTRIES.E3,
    ['0xffffc200+2200', '0xfffff000+1000'],
    ['first', 'short-end'],
  ],
  [
    'E4, a short end',
    machine,
    ENTRIES.E4,
    ['0xffffe000+800', '0xfffff000+1000'],
    ['first', 'short-end'],
  ],
  [
    'E5, an offset start',
    machine,
    ENTRIES.E5,
    ['0xffffe000+1000', '0xfffff100+f00'],
    ['first', 'offset-start'],
  ],
  [
    'E2, segments of at most 64 KiB',
    limited({ maxSegment: 0x10000 }),
    ENTRIES.E2,
    ['0xfffe0000+10000', '0xffff0000+10000'],
    ['first', 'max-segment'],
  ],
  [
    'E10, padded to a boundary',
    limited({ boundary: 0xffff }),
    ENTRIES.E10,
    ['0xfffc0000+c000', '0xfffd0000+c000', '0xfffe0000+c000'],
    ['first', 'boundary-pad', 'boundary-pad'],
  ],
  [
    'E11, exactly on a boundary',
    limited({ boundary: 0xffff }),
    ENTRIES.E11,
    ['0xfffe0000+10000', '0xffff0000+4000'],
    ['first', 'boundary'],
  ],
  [
    'E17, whole entries only',
    limited({ maxSegment: 0x1800 }),
    ENTRIES.E17,
    ['0xffffc000+1000', '0xffffd000+1000', '0xffffe000+1000'],
    ['first', 'whole-entry', 'whole-entry'],
  ],
  [
    'E6, a peer between',
    machine,
    ENTRIES.E6,
    ['0xffffc000+2000', '0x3800000000+2000 BUS', '0xffffe000+2000'],
    ['first', 'bus', 'after-bus'],
  ],
];

test.each(rows)('%s', (_, on, entries, expected, why) => {
  const report = mapped(on, entries, { kernel: '6.1' });
  expect(outputs(report)).toEqual(expected);
  expect(reasons(report)).toEqual(why);
});

test('E27, an untrusted device: two IOVAs, the first to a bounce buffer', () => {
  const report = mapped(untrusted, ENTRIES.E27, { kernel: '6.1' });
  expect(reasons(report)).toEqual(['first', 'untrusted']);
  expect(report.mapping.iova).toHaveLength(2);
  expect(report.mapping.bounces).toHaveLength(1);
  expect(report.wire.map(({ fate }) => fate)).toEqual(['copy', 'reaches']);
  expect(report.steps.at(-1)).toMatchObject({
    phase: 'return',
    values: [{ value: 2 }, { value: 2 }],
  });
});

test.each([
  ['intel_iommu=on', 'lazy (untrusted: strict, one by one)'],
  ['intel_iommu=on iommu=pt', 'pass-through (untrusted: strict, one by one)'],
  ['intel_iommu=on,strict', 'strict (untrusted: one by one)'],
])('%s, said of an untrusted device: %s', (cmdline, words) => {
  const asked = { kernel: '6.1', cmdline };
  expect(mapped(untrusted, ENTRIES.E27, asked).under).toBe(`Linux 6.1, VT-d, ${words}`);
  expect(mapped(machine, ENTRIES.E27, asked).under).not.toContain('untrusted');
});

test.each([
  ['4.20', 'direct'],
  ['5.4', 'intel-ops'],
  ['6.12', 'iommu-dma'],
] as const)('%s with identity, an untrusted device: %s', (kernel, mapper) => {
  const asked = { kernel, cmdline: 'intel_iommu=on iommu=pt' };
  const report = mapped(untrusted, ENTRIES.E27, asked);
  expect(report.chosen.kind).toBe(mapper);
  expect(report.mapping.bounces !== undefined).toBe(mapper !== 'direct');
  expect(report.iommu?.afterUnmap.mode ?? 'none').toBe(mapper === 'direct' ? 'none' : 'strict');
  // Whoever is trusted passes through.
  expect(mapped(machine, ENTRIES.E27, asked).chosen.kind).toBe('direct');
});

test('E1 with identity: four', () => {
  const report = mapped(machine, ENTRIES.E1, { cmdline: 'intel_iommu=on iommu=pt' });
  expect(report.mapping.outputs).toHaveLength(4);
  expect(reasons(report)).toEqual(['first', 'no-iommu', 'no-iommu', 'no-iommu']);
});
