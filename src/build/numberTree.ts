import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { FunctionType, PciFunction } from '../model/pciFunction.ts';

/**
 * Who sits on which bus, before any bus has a number: functions are named by their place in the
 * document and stand in its order. Virtual functions are apart; they have no choice of a number.
 */
export interface NumberTree {
  readonly functions: readonly PciFunction[];
  /** On the root bus of each host bridge. */
  readonly onHost: readonly (readonly number[])[];
  /** On the bus behind each function; empty for what is no bridge. */
  readonly below: readonly (readonly number[])[];
  /** Virtual functions of each physical one. */
  readonly virtual: ReadonlyMap<number, readonly number[]>;
  /** Everything that hangs below a host bridge, parents first, without virtual functions. */
  readonly order: readonly number[];
  /** Everything else, virtual functions apart. */
  readonly loose: readonly number[];
  /** Of that: what nothing is known to be above, and what hangs below it, parents first. */
  readonly orphans: readonly number[];
  readonly belowOrphans: readonly number[];
}

const BRIDGES: ReadonlySet<FunctionType> = new Set([
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

/** Has it a bus behind it? By its registers; where those are hidden, by its type. */
export function isBridge({ bridge, type }: PciFunction): boolean {
  if (bridge !== null && bridge !== UNKNOWN) return true;
  return type !== UNKNOWN && BRIDGES.has(type);
}

/** Sorts the functions of a document by the bus they sit on. Linear in their number. */
export function numberTree({ functions, hostBridges }: Machine): NumberTree {
  const indexOf = new Map<string, number>(functions.map((fn, index) => [fn.id, index]));
  const hostOf = new Map<string, number>(hostBridges.map((host, index) => [host.id, index]));
  const onHost: number[][] = hostBridges.map(() => []);
  const below: number[][] = functions.map(() => []);
  const virtual = new Map<number, number[]>();
  const isVirtual = new Uint8Array(functions.length);

  functions.forEach((fn, index) => {
    const physical = fn.physfn === null ? undefined : indexOf.get(fn.physfn);
    if (physical !== undefined && functions[physical]?.physfn === null) {
      isVirtual[index] = 1;
      const list = virtual.get(physical);
      if (list) list.push(index);
      else virtual.set(physical, [index]);
    } else if (fn.parent === UNKNOWN) {
      return;
    } else if (fn.parent.kind === 'host') {
      onHost[hostOf.get(fn.parent.id) ?? -1]?.push(index);
    } else {
      below[indexOf.get(fn.parent.id) ?? -1]?.push(index);
    }
  });

  const reached = new Uint8Array(functions.length);
  const inOrder = (tops: readonly number[]): readonly number[] => {
    const order = [...tops];
    for (const index of tops) reached[index] = 1;
    for (let at = 0; at < order.length; at++) {
      const index = order[at] ?? -1;
      const above = functions[index];
      // What is no bridge has nothing below it, whatever the document says.
      if (!above || !(isBridge(above) || above.bridge === UNKNOWN)) continue;
      for (const each of below[index] ?? []) {
        reached[each] = 1;
        order.push(each);
      }
    }
    return order;
  };
  const order = inOrder(onHost.flat());
  const loose = functions.flatMap((_, index) =>
    reached[index] || isVirtual[index] ? [] : [index],
  );
  const orphans = loose.filter((index) => functions[index]?.parent === UNKNOWN);
  const belowOrphans = inOrder(orphans).slice(orphans.length);
  return { functions, onHost, below, virtual, order, loose, orphans, belowOrphans };
}
