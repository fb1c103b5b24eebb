import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { anyMachine } from '../layout/anyMachine.testkit.ts';
import { formatAddress } from '../model/address.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { drawnTree } from './drawnTree.testkit.ts';
import { numberMachine } from './numberMachine.ts';

/** Words of a part: what hangs below it depends on its type. */
const hand = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  fc.integer({ min: 0, max: 31 }).map((device) => ` dev=${device}`),
  fc.integer({ min: 0, max: 7 }).map((number) => ` fn=${number}`),
  fc.integer({ min: 0, max: 255 }).map((bus) => ` bus=${bus.toString(16)}`),
);
const endpoint = fc
  .tuple(fc.constantFrom('', ' vfs=2', ' vfs=3 offset=4 stride=2', ' ari vfs=9 offset=250'), hand)
  .map(([vfs, fixed]) => `endpoint${vfs}${fixed}`);
const reserve = fc.constantFrom('', '', '', ' reserve=2');

interface Node {
  readonly words: string;
  readonly below: readonly Node[];
}
const leaf = endpoint.map((words): Node => ({ words, below: [] }));
const port = (type: string, below: fc.Arbitrary<readonly Node[]>) =>
  fc.tuple(hand, reserve, below).map(
    ([fixed, free, nodes]): Node => ({
      words: `${type}${fixed}${free}`,
      below: nodes,
    }),
  );
const list = (node: fc.Arbitrary<Node>, max: number) => fc.array(node, { maxLength: max });
const bridge = port('pcie-to-pci', list(leaf, 3));
const inner: fc.Arbitrary<Node> = port(
  'upstream',
  list(port('downstream', list(fc.oneof(leaf, bridge), 2)), 4),
);
const outer: fc.Arbitrary<Node> = port(
  'upstream',
  list(port('downstream', list(fc.oneof(leaf, inner), 2)), 4),
);
const rootPort = port('root-port', list(fc.oneof(leaf, outer, bridge), 2));
/** As text, so that a counterexample can be read. */
const trees = fc
  .array(list(fc.oneof(rootPort, leaf), 5), { minLength: 1, maxLength: 4 })
  .map((hosts): string => {
    const lines: string[] = [];
    let next = 0;
    const add = ({ words, below }: Node, depth: number) => {
      lines.push(`${'  '.repeat(depth)}f${next++} ${words}`);
      for (const each of below) add(each, depth + 1);
    };
    hosts.forEach((nodes, index) => {
      lines.push(`h${index}`);
      for (const node of nodes) add(node, 1);
    });
    return lines.join('\n');
  });

/** Everything that numbers have to fulfil; a function without one is no fault here. */
function checkNumbers(machine: Machine): void {
  const functions = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const seen = new Set<string>();
  const ranges = new Map<string, (readonly [number, number])[]>();
  for (const fn of machine.functions) {
    if (!fn.address) continue;
    const name = formatAddress(fn.address);
    expect(seen.has(name), `${name} twice`).toBe(false);
    seen.add(name);
    const [first, last] = busAbove(machine, functions, fn);
    if (fn.physfn === null) expect(fn.address.bus).toBe(first);
    else expect(fn.address.bus).toBeGreaterThanOrEqual(first);
    expect(fn.address.bus).toBeLessThanOrEqual(last);
    const { bridge: own, parent } = fn;
    if (own === null || own === UNKNOWN || own.secondary === UNKNOWN) continue;
    expect(own.primary).toBe(fn.address.bus);
    expect(own.secondary).toBeGreaterThan(first);
    expect(own.subordinate).toBeGreaterThanOrEqual(own.secondary);
    expect(own.subordinate).toBeLessThanOrEqual(last);
    const above = parent === UNKNOWN ? '' : parent.id;
    ranges.set(above, [...(ranges.get(above) ?? []), [own.secondary, Number(own.subordinate)]]);
  }
  for (const siblings of ranges.values()) {
    siblings.sort(([a], [b]) => a - b);
    siblings.forEach(([first], at) => {
      expect(first).toBeGreaterThan(siblings[at - 1]?.[1] ?? -1);
    });
  }
}

function busAbove(
  { hostBridges }: Machine,
  functions: ReadonlyMap<FunctionId, PciFunction>,
  { parent }: PciFunction,
): readonly [number, number] {
  if (parent === UNKNOWN) return [0, 255];
  const host = hostBridges.find(({ id }) => id === parent.id);
  if (host) return [host.rootBus ?? -1, host.lastBus === UNKNOWN ? 255 : host.lastBus];
  const above = parent.kind === 'function' ? functions.get(parent.id)?.bridge : null;
  if (!above || above === UNKNOWN) return [0, 255];
  return [Number(above.secondary), Number(above.subordinate)];
}

function captured(drawn: Machine): Machine {
  const { machine } = numberMachine(drawn);
  const functions = machine.functions.map((fn) => ({ ...fn, fixedAddress: null }));
  return { ...machine, origin: 'captured', functions };
}

/** The device with everything below it plugged in elsewhere. */
function plugged(machine: Machine, device: FunctionId, port: FunctionId): Machine {
  const functions = machine.functions.map((fn) =>
    fn.id === device || fn.physfn === device
      ? { ...fn, parent: { kind: 'function' as const, id: port } }
      : fn,
  );
  return { ...machine, functions };
}

function isBelow(machine: Machine, id: FunctionId, top: FunctionId): boolean {
  const functions = new Map(machine.functions.map((fn) => [fn.id, fn]));
  for (let at = functions.get(id); at; ) {
    if (at.id === top || at.physfn === top) return true;
    at =
      at.parent !== UNKNOWN && at.parent.kind === 'function'
        ? functions.get(at.parent.id)
        : undefined;
  }
  return false;
}

const hasBus = ({ bridge: own }: PciFunction) =>
  own !== null && own !== UNKNOWN && own.secondary !== UNKNOWN;
const isPort = ({ type }: PciFunction) => type === 'root-port' || type === 'downstream';

describe('any machine', { timeout: 900_000 }, () => {
  test('drawn: numbers are unique, in the range above, ranges nested and disjoint', () => {
    fc.assert(
      fc.property(trees, (text) => {
        const { machine: numbered } = numberMachine(drawnTree(text));
        checkNumbers(numbered);
        expect(numberMachine(numbered).machine === numbered, 'again, the same').toBe(true);
      }),
      { numRuns: Number(process.env.RUNS ?? 15000), ...(process.env.SEED ? {seed:Number(process.env.SEED)} : {}) },
    );
  });

  test('captured: as it is, nothing changes', () => {
    fc.assert(
      fc.property(trees, (text) => {
        const there = captured(drawnTree(text));
        fc.pre(there.functions.every((fn) => fn.address !== null));
        expect(numberMachine(there)).toEqual({ machine: there, problems: [] });
        expect(numberMachine(there).machine === there).toBe(true);
      }),
      { numRuns: Number(process.env.RUNS ?? 15000), ...(process.env.SEED ? {seed:Number(process.env.SEED)} : {}) },
    );
  });

  test('captured: a leaf moved to an empty port takes its number there and nothing else changes', () => {
    let moves = 0;
    fc.assert(
      fc.property(trees, fc.nat(99), fc.nat(99), (text, which, where) => {
        const there = captured(drawnTree(text));
        fc.pre(there.functions.every((fn) => fn.address !== null));
        const leaves = there.functions.filter(
          (fn) => fn.bridge === null && fn.physfn === null && fn.sriov === null,
        );
        const taken = new Set(
          there.functions.map((fn) => (fn.parent === UNKNOWN ? '' : fn.parent.id)),
        );
        const ports = there.functions.filter((fn) => isPort(fn) && !taken.has(fn.id) && hasBus(fn));
        const leaf = leaves[which % Math.max(1, leaves.length)];
        const target = ports[where % Math.max(1, ports.length)];
        fc.pre(leaf !== undefined && target !== undefined);
        const moved = plugged(there, leaf.id, target.id);
        const { machine: numbered } = numberMachine(moved);
        checkNumbers(numbered);
        const changed = numbered.functions.filter((fn, at) => fn !== moved.functions[at]);
        expect(changed.map((fn) => fn.id).filter((id) => id !== leaf.id)).toEqual([]);
        expect(numberMachine(numbered).machine === numbered, 'again, the same').toBe(true);
        moves++;
      }),
      { numRuns: Number(process.env.RUNS ?? 15000), ...(process.env.SEED ? {seed:Number(process.env.SEED)} : {}) },
    );
    expect(moves).toBeGreaterThan(50);
  });

  test('captured: whatever is moved wherever, the numbers are sound', () => {
    let moves = 0;
    fc.assert(
      fc.property(trees, fc.nat(99), fc.nat(99), (text, which, where) => {
        const there = captured(drawnTree(text));
        fc.pre(there.functions.every((fn) => fn.address !== null));
        const devices = there.functions.filter(
          (fn) => fn.physfn === null && fn.type !== 'root-port',
        );
        const device = devices[which % Math.max(1, devices.length)];
        fc.pre(device !== undefined);
        const ports = there.functions.filter(
          (fn) => isPort(fn) && !isBelow(there, fn.id, device.id),
        );
        const target = ports[where % Math.max(1, ports.length)];
        fc.pre(target !== undefined);
        const { machine: numbered } = numberMachine(plugged(there, device.id, target.id));
        checkNumbers(numbered);
        expect(numberMachine(numbered).machine === numbered, 'again, the same').toBe(true);
        moves++;
      }),
      { numRuns: Number(process.env.RUNS ?? 15000), ...(process.env.SEED ? {seed:Number(process.env.SEED)} : {}) },
    );
    expect(moves).toBeGreaterThan(50);
  });

  test('damaged: any parents at all, loops among them, never throw', () => {
    fc.assert(
      fc.property(
        trees,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean())),
        fc.constantFrom('drawn' as const, 'captured' as const),
        (text, damage, origin) => {
          const machine = drawnTree(text);
          const functions = [...(origin === 'captured' ? captured(machine) : machine).functions];
          for (const [at, to, isUnknown] of damage) {
            const fn = functions[at % Math.max(1, functions.length)];
            const other = functions[to % Math.max(1, functions.length)];
            if (!fn || !other) continue;
            functions[functions.indexOf(fn)] = {
              ...fn,
              parent: isUnknown ? UNKNOWN : { kind: 'function', id: other.id },
            };
          }
          const damaged: Machine = { ...machine, origin, functions };
          const { machine: numbered } = numberMachine(damaged);
          expect(numberMachine(numbered).machine === numbered, 'again, the same').toBe(true);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 15000), ...(process.env.SEED ? {seed:Number(process.env.SEED)} : {}) },
    );
  });

  test('damaged: documents that no machine is like', () => {
    const origins = fc.constantFrom('drawn' as const, 'captured' as const);
    fc.assert(
      fc.property(anyMachine, origins, (machine, origin) => {
        const { machine: numbered } = numberMachine({ ...machine, origin });
        expect(numberMachine(numbered).machine === numbered, 'again, the same').toBe(true);
      }),
      { numRuns: Number(process.env.RUNS ?? 15000), ...(process.env.SEED ? {seed:Number(process.env.SEED)} : {}) },
    );
  });
});
