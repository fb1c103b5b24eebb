import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Cpu } from '../model/settings.ts';
import { analyze } from './analyze.ts';
import type { ConditionRequest } from './kernel/conditions.ts';
import { ERAS, type Era } from './kernel/eras.ts';
import { outcomesOf } from './p2pdma/outcome.ts';
import { type PairVerdict, TLP_CLASSES } from './p2pdma/verdict.ts';

/*
 * What must hold on any machine. Machines are drawn from a small grammar: one or two hosts, root
 * ports with an endpoint or a switch of up to three ports, any ACS word or a hidden one. Kernels are
 * drawn with them: merged ones (4.20 to the maintainer tree), or all that the table has.
 */

const words = fc.constantFrom<PciFunction['acs']>(
  null,
  acs(0),
  acs(0x1d),
  acs(0x04),
  acs(0x11),
  acs(0x5f),
  acs(0x20),
  acs(0x42),
  UNKNOWN,
);
const hosts = fc.constantFrom('8086:29c0', '8086:2030', '8086:3c00', '1022:1450');
const port = fc.record({ acs: words, downstream: fc.array(words, { maxLength: 3 }) });
const machines = fc
  .array(fc.record({ host: hosts, ports: fc.array(port, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 2,
  })
  .map(buildMachine);

function buildMachine(
  trees: readonly {
    readonly host: string;
    readonly ports: readonly {
      readonly acs: PciFunction['acs'];
      readonly downstream: readonly PciFunction['acs'][];
    }[];
  }[],
): Machine {
  const builder = new MachineBuilder();
  trees.forEach(({ host, ports }, tree) => {
    const root = tree * 0x80;
    let bus = root + 1;
    const at = (number: number) => number.toString(16).padStart(2, '0');
    builder.host(`${at(root)}:00.0`, host);
    ports.forEach((each, index) => {
      const first = bus++;
      if (each.downstream.length === 0) {
        builder.rootPort(`${at(root)}:0${index + 1}.0`, at(first), { acs: each.acs });
        builder.endpoint(`${at(first)}:00.0`).endpoint(`${at(first)}:00.1`);
        return;
      }
      const inside = bus++;
      const last = inside + each.downstream.length;
      builder.rootPort(`${at(root)}:0${index + 1}.0`, `${at(first)}-${at(last)}`, {
        acs: each.acs,
      });
      builder.upstream(`${at(first)}:00.0`, `${at(inside)}-${at(last)}`);
      each.downstream.forEach((word, slot) => {
        const below = at(bus++);
        builder.downstream(`${at(inside)}:0${slot}.0`, below, { acs: word });
        builder.endpoint(`${below}:00.0`);
      });
    });
  });
  return builder.build();
}

const INTEL: Cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 };
const ZEN: Cpu = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 };

const MERGED = ERAS.filter((era) => era.accepted || era.id === 'next');
const cpus = fc.constantFrom(INTEL, ZEN);
const requestsOf = (eras: readonly Era[]) =>
  fc.record({
    kernel: fc.constantFrom(...eras),
    cpu: cpus,
    iommu: fc.constant('none' as const),
    acsWords: fc.constant('as-is' as const),
  });
type Request = Partial<ConditionRequest>;

function withAcs(machine: Machine, change: (fn: PciFunction) => PciFunction['acs']): Machine {
  return { ...machine, functions: machine.functions.map((fn) => ({ ...fn, acs: change(fn) })) };
}

function allPairs(machine: Machine, request: Request) {
  const analysis = analyze(machine, request);
  const ids = machine.functions.map((fn) => fn.id);
  return ids.flatMap((provider) => ids.map((client) => analysis.pair(provider, client)));
}

test('merged kernels: roles swapped give the same outcomes, the same distance and result', () => {
  fc.assert(
    fc.property(machines, requestsOf(MERGED), (machine, request) => {
      const analysis = analyze(machine, request);
      for (const { provider, client, ...verdict } of allPairs(machine, request)) {
        const { possible, distance, result } = analysis.pair(client, provider);
        expect({ possible, distance, result }).toEqual({
          possible: verdict.possible,
          distance: verdict.distance,
          result: verdict.result,
        });
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('a hidden word leaves every outcome open that any word would give, and no other', () => {
  fc.assert(
    fc.property(machines, requestsOf(ERAS), (machine, request) => {
      const reveal = (word: number) =>
        allPairs(
          withAcs(machine, (fn) => (fn.acs === UNKNOWN ? acs(word) : fn.acs)),
          request,
        );
      const [direct, redirecting] = [reveal(0), reveal(0x1d)];
      allPairs(machine, request).forEach(({ possible }, index) => {
        const either = [
          ...(direct[index]?.possible ?? []),
          ...(redirecting[index]?.possible ?? []),
        ];
        expect(new Set(possible)).toEqual(new Set(either));
      });
    }),
    { seed: 2, numRuns: 100 },
  );
});

/** A dump that lost some functions: what was below them has no known parent. */
function without(machine: Machine, lost: ReadonlySet<number>): Machine {
  const gone = new Set(machine.functions.filter((_, index) => lost.has(index)).map((fn) => fn.id));
  const functions = machine.functions
    .filter((fn) => !gone.has(fn.id))
    .map((fn) =>
      fn.parent !== UNKNOWN && fn.parent.kind === 'function' && gone.has(fn.parent.id)
        ? { ...fn, parent: UNKNOWN }
        : fn,
    );
  return { ...machine, functions };
}

const byRule = new Map<string, Era[]>();
for (const era of ERAS) {
  const { pairRule } = era.features;
  byRule.set(pairRule, [...(byRule.get(pairRule) ?? []), era]);
}

test.each([...byRule])(
  '%s: losing bridges and hiding words never rules out what is true',
  (_, eras) => {
    const bridges = fc.array(fc.nat(30), { maxLength: 4 }).map((places) => new Set(places));
    fc.assert(
      fc.property(machines, bridges, requestsOf(eras), (machine, lost, request) => {
        const whole = withAcs(machine, (fn) => (fn.acs === UNKNOWN ? acs(0x1d) : fn.acs));
        const truth = analyze(whole, request);
        const places = new Set(
          whole.functions.flatMap((fn, index) => (lost.has(index) && fn.bridge ? [index] : [])),
        );
        const hidden = withAcs(whole, (fn) => (fn.type === 'upstream' ? UNKNOWN : fn.acs));
        const seen = analyze(without(hidden, places), request);
        const ids = seen.machine.functions.map((fn) => fn.id);
        for (const provider of ids) {
          for (const client of ids) {
            const real = truth.pair(provider, client);
            const told = seen.pair(provider, client);
            expect(told.possible).toEqual(expect.arrayContaining([...real.possible]));
            if (told.distance !== null) expect(told.distance).toBe(real.distance);
            expectClassesIn(told, real);
          }
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  },
);

function expectClassesIn(told: PairVerdict, real: PairVerdict): void {
  if (!told.classes || !real.classes) return;
  for (const each of TLP_CLASSES) {
    const { possible } = real.classes[each];
    expect(told.classes[each].possible).toEqual(expect.arrayContaining([...possible]));
  }
}

test('merged kernels: clearing redirect bits never makes a pair worse', () => {
  const rank = { BUS_ADDR: 0, THRU_HOST_BRIDGE: 1, NOT_SUPPORTED: 2 };
  const someWord = fc.nat(0x7f);
  fc.assert(
    fc.property(machines, requestsOf(MERGED), someWord, (machine, request, kept) => {
      const known = withAcs(machine, (fn) => (fn.acs === UNKNOWN ? acs(0x1d) : fn.acs));
      // Redirection is cleared on some functions only, and the other bits are set at will.
      const cleared = withAcs(known, (fn) =>
        fn.acs === null || fn.type === 'root-port' ? fn.acs : acs(kept & ~0x2c),
      );
      const after = allPairs(cleared, request);
      allPairs(known, request).forEach(({ mapType }, index) => {
        const now = after[index]?.mapType;
        if (!mapType || !now) throw new Error('everything was known');
        expect(rank[now]).toBeLessThanOrEqual(rank[mapType]);
      });
    }),
    { seed: 3, numRuns: 100 },
  );
});

test('the table of all pairs says what the single questions say', () => {
  fc.assert(
    fc.property(machines, requestsOf(ERAS), (machine, request) => {
      const analysis = analyze(machine, request);
      const table = analysis.table(machine.functions.map((fn) => fn.id));
      allPairs(machine, request).forEach(({ distance, possible }, index) => {
        expect(table.distance[index]).toBe(distance ?? -1);
        expect(outcomesOf(table.possible[index] ?? 0)).toEqual(possible);
      });
    }),
    { seed: 4, numRuns: 60 },
  );
});
