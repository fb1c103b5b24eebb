import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { RAM_PAGES, type ScatterlistEntry } from '../../model/workload.ts';
import { analyze } from '../analyze.ts';
import { ERAS } from '../kernel/eras.ts';
import { mapList } from './mapList.ts';
import type { MappingOptions } from './mappingOptions.ts';
import { behindVmd, fourRootPorts, oneSwitch, withFunctions } from './scenarioMachines.testkit.ts';

/* Whatever a user puts together: a report comes out, and it holds together. */

const machine = fc.constantFrom(oneSwitch(), fourRootPorts(), behindVmd());

const hidings: readonly Partial<PciFunction>[] = [
  {},
  { acs: UNKNOWN },
  { bars: UNKNOWN },
  { parent: UNKNOWN },
  { type: UNKNOWN },
  { untrusted: true },
  { driver: 'hfi1' },
];

const damaged = fc
  .record({ machine, which: fc.nat(9), hiding: fc.constantFrom(...hidings), hosts: fc.boolean() })
  .map(({ machine: whole, which, hiding, hosts }): Machine => {
    const about = whole.functions[which % whole.functions.length];
    const partly = withFunctions(whole, (fn) => (fn === about ? { ...fn, ...hiding } : fn));
    if (!hosts) return partly;
    const hostBridges = partly.hostBridges.map((host) => ({ ...host, windows: UNKNOWN }) as const);
    return { ...partly, hostBridges };
  });

const length = fc.oneof(
  fc.constantFrom(0, 1, 0x200, 0x1000, 0x2000, 0x10000, 0x8000_0000, 0xffff_ffff),
  fc.nat(0x20000),
);

const entriesOf = (ids: readonly FunctionId[]) =>
  fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('ram' as const),
        address: fc
          .oneof(fc.nat(0x7fff_ffff), fc.constantFrom(0, 0xe000_0000, 0x38_0000_0000, 2 ** 52))
          .map((value) => hex64(BigInt(value))),
        length,
      }),
      fc.record({
        kind: fc.constant('ram' as const),
        address: fc.constant(hex64(0x5000_0000n)),
        length,
        page: fc.constantFrom(...RAM_PAGES),
      }),
      fc.record({
        kind: fc.constant('peer' as const),
        provider: fc.constantFrom(...ids),
        bar: fc.constantFrom(4, 4, 4, 0, 1),
        offset: fc.constantFrom(0, 0x200, 0x1000, 0x4000_0000),
        length,
      }),
    ),
    { maxLength: 8 },
  ) satisfies fc.Arbitrary<readonly ScatterlistEntry[]>;

const options: fc.Arbitrary<MappingOptions> = fc.record({
  fidelity: fc.constantFrom('as-run', 'intended'),
  driver: fc.constantFrom('own', 'own', 'software-rdma', 'private-ops', 'private-ops-flagged'),
  p2pFlag: fc.boolean(),
  design: fc.constantFrom(
    'kernel',
    'kernel',
    'p2p-shim',
    'one-target',
    'switch-iommu',
    'out-of-tree',
    'physical-until-used',
  ),
  isXen: fc.boolean(),
  bounce: fc.constantFrom('pool', 'none', 'forced'),
  barPages: fc.constantFrom('struct-page', 'struct-page', 'struct-page', 'none'),
  before: fc.array(fc.nat(0x100000), { maxLength: 3 }),
  operation: fc.constantFrom('write', 'read'),
});

const question = damaged.chain((on) =>
  fc.record({
    on: fc.constant(on),
    entries: entriesOf([...on.functions.map((fn) => fn.id), 'gone' as FunctionId]),
    client: fc.constantFrom(...on.functions.map((fn) => fn.id)),
    options,
    kernel: fc.constantFrom(...ERAS),
    iommu: fc.constantFrom('none', 'intel', 'amd'),
    cmdline: fc.constantFrom('', 'intel_iommu=on', 'iommu=pt'),
  }),
);

test('any list on any machine gives a report that holds together', () => {
  fc.assert(
    fc.property(question, ({ on, entries, client, options: asked, ...conditions }) => {
      const report = mapList(analyze(on), {
        list: { client, entries },
        options: asked,
        conditions,
      });
      const { mapping, addresses, wire, steps, iommu } = report;
      expect(report.entries).toHaveLength(entries.length);
      expect(addresses).toHaveLength(mapping.outputs.length);
      expect(wire.map(({ output }) => output)).toEqual(mapping.outputs.map((_, index) => index));
      // Outputs cover the list once and in order.
      const covered = mapping.outputs.flatMap(({ first, count }) =>
        Array.from({ length: count }, (_, i) => first + i),
      );
      if (mapping.errno === 0) expect(covered).toEqual(entries.map((_, index) => index));
      else expect(covered).toEqual([]);
      for (const { fate, text, walk } of wire) {
        expect(text).not.toBe('');
        expect(text).not.toMatch(/undefined|NaN/);
        if (fate === 'unusable') expect(walk).toBeNull();
        // Hops lead from one place to the next; an IOMMU is on the way to the root complex.
        walk?.hops.forEach((hop, index) => {
          const next = walk.hops[index + 1];
          if (!next || next.packet !== hop.packet) return;
          if (next.at.kind !== 'iommu') expect(hop.to).toEqual(next.at);
          else expect(hop.to?.kind).toBe('root-complex');
        });
      }
      for (const { entry, output } of steps) {
        if (entry !== null) expect(entry).toBeLessThan(entries.length);
        if (output) expect(output.index).toBeLessThanOrEqual(entries.length);
      }
      expect(iommu === null || iommu.iotlbEntries >= iommu.runs.length).toBe(true);
    }),
    { numRuns: 300 },
  );
});
