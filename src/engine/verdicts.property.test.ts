import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { analyze } from './analyze.ts';
import { eraById } from './kernel/eras.ts';

/*
 * What must hold on any machine. Machines are drawn from a small grammar: one or two hosts, root
 * ports with an endpoint or a switch of up to three ports, any ACS word or a hidden one.
 */

const words = fc.constantFrom<PciFunction['acs']>(
  null,
  acs(0),
  acs(0x1d),
  acs(0x04),
  acs(0x11),
  acs(0x5f),
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

const intel = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;
const request = { kernel: eraById('6.12'), cpu: intel };

function withAcs(machine: Machine, change: (fn: PciFunction) => PciFunction['acs']): Machine {
  return { ...machine, functions: machine.functions.map((fn) => ({ ...fn, acs: change(fn) })) };
}

function allPairs(machine: Machine) {
  const analysis = analyze(machine, request);
  const ids = machine.functions.map((fn) => fn.id);
  return ids.flatMap((provider) => ids.map((client) => analysis.pair(provider, client)));
}

test('roles swapped give the same outcomes and the same distance', () => {
  fc.assert(
    fc.property(machines, (machine) => {
      const analysis = analyze(machine, request);
      for (const { provider, client, possible, distance } of allPairs(machine)) {
        const swapped = analysis.pair(client, provider);
        expect(swapped).toMatchObject({ possible, distance });
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('a hidden word leaves every outcome open that any word would give, and no other', () => {
  fc.assert(
    fc.property(machines, (machine) => {
      const reveal = (word: number) =>
        allPairs(withAcs(machine, (fn) => (fn.acs === UNKNOWN ? acs(word) : fn.acs)));
      const [direct, redirecting] = [reveal(0), reveal(0x1d)];
      allPairs(machine).forEach(({ possible }, index) => {
        const either = new Set([direct[index]?.mapType, redirecting[index]?.mapType]);
        expect(new Set(possible)).toEqual(either);
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

test.each(['4.20', '5.2', '5.4', '5.15', '7.1'])(
  'on %s, losing bridges and hiding words never rules out what is true',
  (era) => {
    const bridges = fc.array(fc.nat(30), { maxLength: 4 }).map((places) => new Set(places));
    fc.assert(
      fc.property(machines, bridges, fc.boolean(), (machine, lost, onZen) => {
        const cpu = onZen ? { ...intel, vendor: 'AuthenticAMD', family: 0x19 } : intel;
        const asked = { kernel: eraById(era), cpu };
        const whole = withAcs(machine, (fn) => (fn.acs === UNKNOWN ? acs(0x1d) : fn.acs));
        const truth = analyze(whole, asked);
        const places = new Set(
          whole.functions.flatMap((fn, index) => (lost.has(index) && fn.bridge ? [index] : [])),
        );
        const hidden = withAcs(whole, (fn) => (fn.type === 'upstream' ? UNKNOWN : fn.acs));
        const seen = analyze(without(hidden, places), asked);
        const ids = seen.machine.functions.map((fn) => fn.id);
        for (const provider of ids) {
          for (const client of ids) {
            const real = truth.pair(provider, client);
            const told = seen.pair(provider, client);
            expect(told.possible).toContain(real.mapType);
            if (told.distance !== null) expect(told.distance).toBe(real.distance);
          }
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  },
);

test('clearing redirect bits never makes a pair worse', () => {
  const rank = { BUS_ADDR: 0, THRU_HOST_BRIDGE: 1, NOT_SUPPORTED: 2 };
  fc.assert(
    fc.property(machines, (machine) => {
      const known = withAcs(machine, (fn) => (fn.acs === UNKNOWN ? acs(0x1d) : fn.acs));
      const after = allPairs(withAcs(known, (fn) => (fn.acs === null ? null : acs(0))));
      allPairs(known).forEach(({ mapType }, index) => {
        const cleared = after[index]?.mapType;
        if (!mapType || !cleared) throw new Error('everything was known');
        expect(rank[cleared]).toBeLessThanOrEqual(rank[mapType]);
      });
    }),
    { seed: 3, numRuns: 100 },
  );
});

test('the table of all pairs says what the single questions say', () => {
  fc.assert(
    fc.property(machines, (machine) => {
      const analysis = analyze(machine, request);
      const table = analysis.table(machine.functions.map((fn) => fn.id));
      allPairs(machine).forEach(({ distance, possible }, index) => {
        expect(table.distance[index]).toBe(distance ?? -1);
        expect(popCount(table.possible[index] ?? 0)).toBe(possible.length);
      });
    }),
    { seed: 4, numRuns: 50 },
  );
});

function popCount(bits: number): number {
  return [1, 2, 4].filter((bit) => (bits & bit) !== 0).length;
}
