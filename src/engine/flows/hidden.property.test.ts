import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FlowId, FunctionId, ScatterlistId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Flow, FlowEnd, FlowGroup } from '../../model/workload.ts';
import { analyze } from '../analyze.ts';
import {
  behindVmd,
  fourRootPorts,
  oneSwitch,
  withFunctions,
} from '../mapping/scenarioMachines.testkit.ts';
import { throughputOf } from './throughput.ts';
import { USUAL_THROUGHPUT } from './throughputOptions.ts';

/* Whatever the input hides, and whatever flows name: a report comes out. */

const hidings: readonly Partial<PciFunction>[] = [
  {},
  { acs: UNKNOWN },
  { bars: UNKNOWN },
  { parent: UNKNOWN },
  { type: UNKNOWN },
  { pcie: UNKNOWN },
  { pcie: null, type: 'conventional' },
];

const machines = [oneSwitch(), fourRootPorts(), behindVmd()];
const nobody = 'nobody' as FunctionId;
const ids = [
  ...new Set([...machines.flatMap(({ functions }) => functions.map(({ id }) => id)), nobody]),
];

const end: fc.Arbitrary<FlowEnd> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...ids).map((id) => ({ kind: 'function', id }) as const),
  },
  fc.constant({ kind: 'memory', socket: null } as const),
  fc
    .constantFrom('list:e6', 'list:s7', 'list:nowhere')
    .map((id) => ({ kind: 'scatterlist', id: id as ScatterlistId }) as const),
);

const flow: fc.Arbitrary<Flow> = fc.record({
  id: fc.nat(1000).map((n) => `f${n}` as FlowId),
  label: fc.constant(null),
  from: end,
  to: end,
  operation: fc.constantFrom('write', 'read', 'copy'),
  by: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.constantFrom(...ids).map((id) => ({ kind: 'function', id }) as const),
    fc
      .constantFrom('UC', 'WC', 'WB')
      .map((caching) => ({ kind: 'cpu', socket: null, caching }) as const),
  ),
  bothWays: fc.boolean(),
  sizeBytes: fc.constantFrom(null, 1, 64, 5000),
  queueDepth: fc.constantFrom(null, 1, 32),
  rateBytesPerSecond: fc.constantFrom(null, 1e9),
});

const group: fc.Arbitrary<FlowGroup> = fc.record({
  id: fc.nat(1000).map((n) => `g${n}` as FlowId),
  label: fc.constant(null),
  pattern: fc.constantFrom('ring', 'all-to-all', 'incast', 'sequence', 'nvme-of'),
  members: fc.array(end, { maxLength: 4 }),
  operation: fc.constantFrom('write', 'read'),
  sizeBytes: fc.constantFrom(null, 4096),
});

const machine = fc
  .record({
    whole: fc.constantFrom(...machines),
    which: fc.nat(12),
    hiding: fc.constantFrom(...hidings),
    flows: fc.uniqueArray(flow, { maxLength: 4, selector: ({ id }) => id }),
    groups: fc.uniqueArray(group, { maxLength: 2, selector: ({ id }) => id }),
  })
  .map(({ whole, which, hiding, flows, groups }): Machine => {
    const about = whole.functions[which % whole.functions.length];
    const partly = withFunctions(whole, (fn) => (fn === about ? { ...fn, ...hiding } : fn));
    return { ...partly, workload: { ...whole.workload, flows, groups } };
  });

test('a report with a line for every flow and group', () => {
  fc.assert(
    fc.property(machine, fc.constantFrom('on', 'off', null), (each, acsRedirect) => {
      const report = throughputOf(analyze(each), { ...USUAL_THROUGHPUT, acsRedirect });
      expect(report.groups).toHaveLength(each.workload.groups.length);
      expect(report.flows.length).toBeGreaterThanOrEqual(each.workload.flows.length);
      for (const { bytesPerSecond, limit } of report.flows) {
        expect(bytesPerSecond).not.toBeNaN();
        if (bytesPerSecond === 0) expect(limit).not.toBeNull();
      }
      for (const { up, down } of report.links) {
        for (const part of [up, down]) {
          expect(Number.isFinite(part.utilisation + part.demand + part.idle)).toBe(true);
        }
      }
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    }),
    { numRuns: 150 },
  );
});
