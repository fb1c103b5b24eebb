import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { type Analysis, analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { isSameDevice } from './internalPath.ts';
import type { FabricWalk, WalkQuestion } from './walk.ts';

/*
 * What must hold of walks on any machine: root ports with cards, or with switches in switches, and any
 * ACS words. Egress control is left out where proposals differ from the specification about it.
 */

type Words = PciFunction['acs'];
const plain = fc.constantFrom<Words>(
  null,
  acs(0),
  acs(0x1d),
  acs(0x04),
  acs(0x08),
  acs(0x11),
  acs(0x43),
);
const anyWord = fc.oneof(plain, fc.constantFrom<Words>(UNKNOWN, acs(0x20), acs(0x2c)));

/** Machines are large and have many pairs each. */
const RUNS = { numRuns: 50 };

interface Node {
  readonly acs: Words;
  readonly ports: readonly Node[];
}

const treesOf = (words: fc.Arbitrary<Words>) =>
  fc.letrec<{ node: Node }>((tie) => ({
    node: fc.record({
      acs: words,
      ports: fc.oneof(
        { maxDepth: 2 },
        fc.constant<readonly Node[]>([]),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      ),
    }),
  }));

const machinesOf = (words: fc.Arbitrary<Words>) =>
  fc.array(treesOf(words).node, { minLength: 1, maxLength: 3 }).map(build);

function build(roots: readonly Node[]): Machine {
  const builder = new MachineBuilder().host('00:00.0', '8086:29c0');
  let bus = 1;
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  const size = (node: Node): number =>
    node.ports.length === 0 ? 1 : 2 + node.ports.reduce((sum, each) => sum + size(each), 0);
  const below = (port: string, node: Node, kind: 'rootPort' | 'downstream') => {
    const first = bus;
    const last = first + size(node) - 1;
    builder[kind](port, `${hex(first)}-${hex(last)}`, { acs: node.acs });
    bus++;
    if (node.ports.length === 0) {
      builder.endpoint(`${hex(first)}:00.0`);
      return;
    }
    const inside = bus++;
    builder.upstream(`${hex(first)}:00.0`, `${hex(inside)}-${hex(last)}`);
    node.ports.forEach((each, slot) => {
      below(`${hex(inside)}:${hex(slot)}.0`, each, 'downstream');
    });
  };
  roots.forEach((node, slot) => {
    below(`00:${hex(slot + 1)}.0`, node, 'rootPort');
  });
  return builder.build();
}

const REQUEST = {
  cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 },
  iommu: 'none',
  acsWords: 'as-is',
} as const;

function endpointPairs({ topology, machine }: Analysis) {
  const ends = machine.functions.filter((fn) => fn.type === 'endpoint').map(({ id }) => id);
  const place = (id: FunctionId) => topology.indexOf.get(id) ?? -1;
  return ends.flatMap((provider) =>
    ends
      .filter((client) => !isSameDevice(topology, place(provider), place(client)))
      .map((client) => ({ provider, client })),
  );
}

function walk(
  analysis: Analysis,
  { provider, client }: { readonly provider: FunctionId; readonly client: FunctionId },
  operation: WalkQuestion['operation'],
): FabricWalk {
  return analysis.walk({
    requester: client,
    completer: provider,
    operation,
    address: 'bus',
    relaxedOrdering: false,
  });
}

const isDirect = ({ outcome, throughRoot }: FabricWalk) =>
  outcome === 'completed' && !throughRoot.request && !throughRoot.completion;

test('hops lead from one place to the next, and stop where they say so', () => {
  fc.assert(
    fc.property(machinesOf(anyWord), (machine) => {
      const analysis = analyze(machine, { ...REQUEST, kernel: eraById('6.12') });
      for (const pair of endpointPairs(analysis)) {
        for (const operation of ['write', 'read'] as const) {
          const { hops, outcome, failure } = walk(analysis, pair, operation);
          hops.forEach((hop, index) => {
            const next = hops[index + 1];
            if (hop.to !== null) expect(next?.at).toEqual(hop.to);
            else expect(next === undefined || hop.action === 'delivered').toBe(true);
          });
          expect(hops.at(-1)?.action === 'refused').toBe(outcome === 'refused');
          expect(failure !== null).toBe(outcome === 'refused');
          expect(hops.some(({ action }) => action === 'unknown')).toBe(outcome === 'unknown');
        }
      }
    }),
    RUNS,
  );
});

test('what Linux calls BUS_ADDR, ports deliver directly', () => {
  fc.assert(
    fc.property(machinesOf(anyWord), (machine) => {
      const analysis = analyze(machine, { ...REQUEST, kernel: eraById('6.12') });
      for (const pair of endpointPairs(analysis)) {
        if (analysis.pair(pair.provider, pair.client).mapType !== 'BUS_ADDR') continue;
        expect(isDirect(walk(analysis, pair, 'write'))).toBe(true);
        expect(isDirect(walk(analysis, pair, 'read'))).toBe(true);
      }
    }),
    RUNS,
  );
});

test('the proposal that judges by class of TLP says what ports do with ordered requests', () => {
  fc.assert(
    fc.property(machinesOf(plain), (machine) => {
      const analysis = analyze(machine, { ...REQUEST, kernel: eraById('proposal-c') });
      for (const pair of endpointPairs(analysis)) {
        const { mapType } = analysis.pair(pair.provider, pair.client);
        expect(mapType === 'BUS_ADDR').toBe(isDirect(walk(analysis, pair, 'read')));
      }
    }),
    RUNS,
  );
});

test('what is told of a machine with hidden words holds for any words', () => {
  const words = fc.constantFrom(acs(0), acs(0x1d), acs(0x04), acs(0x08));
  fc.assert(
    fc.property(machinesOf(anyWord), words, (machine, word) => {
      const shown = {
        ...machine,
        functions: machine.functions.map((fn) => (fn.acs === UNKNOWN ? { ...fn, acs: word } : fn)),
      };
      const kernel = eraById('6.12');
      const before = analyze(machine, { ...REQUEST, kernel });
      const after = analyze(shown, { ...REQUEST, kernel });
      for (const pair of endpointPairs(before)) {
        const told = walk(before, pair, 'read');
        if (told.outcome === 'unknown') continue;
        expect(walk(after, pair, 'read').outcome).toBe(told.outcome);
      }
    }),
    RUNS,
  );
});
