import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { references } from '../../model/references.ts';

/** A machine indexed for writing: who is below whom, and what else refers to a part. */
export class Machinery {
  readonly machine: Machine;
  readonly byId: ReadonlyMap<string, PciFunction>;
  readonly #below = new Map<string, PciFunction[]>();
  readonly #virtual = new Map<string, PciFunction[]>();
  readonly #referred = new Map<string, number>();
  readonly #feeds = new Map<string, string[]>();
  readonly #domainOf = new Map<string, HostBridge>();
  readonly #vmds: ReadonlySet<string>;
  /** Functions without anything above them that the machine has. */
  readonly orphans: readonly PciFunction[];
  /** Those of them whose place is not unknown but cannot be: told as dropped. */
  readonly unplaced: number;

  constructor(machine: Machine) {
    this.machine = machine;
    this.#vmds = new Set(machine.hostBridges.flatMap(({ vmdFunction }) => vmdFunction ?? []));
    const byId = new Map<string, PciFunction>();
    for (const fn of machine.functions) if (!byId.has(fn.id)) byId.set(fn.id, fn);
    this.byId = byId;
    const hosts = new Set<string>(machine.hostBridges.map(({ id }) => id));
    const orphans: PciFunction[] = [];
    for (const fn of byId.values()) {
      const physical = this.#physicalOf(fn);
      if (physical) add(this.#virtual, physical.id, fn);
      else if (fn.parent === UNKNOWN) orphans.push(fn);
      else if (fn.parent.kind === 'host' ? hosts.has(fn.parent.id) : byId.has(fn.parent.id)) {
        add(this.#below, fn.parent.id, fn);
      } else orphans.push(fn);
    }
    for (const host of machine.hostBridges) {
      const { vmdFunction } = host;
      if (vmdFunction === null || vmdFunction === UNKNOWN || host.kind !== 'vmd') continue;
      const fn = byId.get(vmdFunction);
      // Only below a host bridge can a line be a VMD's; elsewhere its domain stands by itself.
      const isPlaced = fn && (fn.parent === UNKNOWN || fn.parent.kind === 'host');
      if (isPlaced && !this.#domainOf.has(vmdFunction)) this.#domainOf.set(vmdFunction, host);
    }
    this.#countReferences();
    const reached = this.#reach(orphans);
    const circling = [...byId.values()].filter((fn) => !reached.has(fn.id));
    this.orphans = [...orphans, ...this.#headsOf(circling)];
    this.unplaced =
      orphans.filter((fn) => fn.parent !== UNKNOWN).length + this.orphans.length - orphans.length;
  }

  /** Functions directly below a bridge or on a root bus, without virtual ones that a line below their physical one has. */
  below(id: string): readonly PciFunction[] {
    return this.#below.get(id) ?? [];
  }

  /** Virtual functions that stand below their physical one. */
  virtualOf(id: string): readonly PciFunction[] {
    return this.#virtual.get(id) ?? [];
  }

  isReferred(id: string): boolean {
    return (this.#referred.get(id) ?? 0) > 0;
  }

  /** Ids of the slots that a port feeds, in their order. */
  feeds(id: FunctionId): readonly string[] {
    return this.#feeds.get(id) ?? [];
  }

  /** The domain behind a VMD's function. */
  domainOf(id: FunctionId): HostBridge | undefined {
    return this.#domainOf.get(id);
  }

  /** Does its line stand below the line of a VMD? */
  isNested(host: HostBridge): boolean {
    const { vmdFunction } = host;
    return (
      vmdFunction !== null && vmdFunction !== UNKNOWN && this.#domainOf.get(vmdFunction) === host
    );
  }

  /** The physical function, if this one can stand on a `vf` line below it. */
  #physicalOf(fn: PciFunction): PciFunction | null {
    if (fn.physfn === null || fn.physfn === fn.id) return null;
    const physical = this.byId.get(fn.physfn);
    if (!physical || physical.physfn !== null) return null;
    if (isBus(physical) || isBus(fn) || hasBelow(this.machine, fn.id)) return null;
    if (hasBelow(this.machine, physical.id) || this.#vmds.has(physical.id)) return null;
    return sameParent(physical, fn) ? physical : null;
  }

  #countReferences(): void {
    const { machine } = this;
    for (const { id, where } of references(machine)) {
      if (/^\/(?:workload|notes|sideLinks|socketLinks)\//.test(where)) {
        this.#referred.set(id, (this.#referred.get(id) ?? 0) + 1);
      }
    }
    for (const fn of machine.functions) {
      if (fn.physfn !== null && this.#physicalOf(fn) === null) {
        this.#referred.set(fn.physfn, (this.#referred.get(fn.physfn) ?? 0) + 1);
      }
    }
    for (const slot of machine.slots) {
      for (const port of slot.ports) add(this.#feeds, port, slot.id);
    }
  }

  #reach(orphans: readonly PciFunction[]): Set<string> {
    const reached = new Set<string>();
    const open = [...this.machine.hostBridges.flatMap(({ id }) => this.below(id)), ...orphans];
    for (let fn = open.pop(); fn; fn = open.pop()) {
      if (reached.has(fn.id)) continue;
      reached.add(fn.id);
      open.push(...this.below(fn.id), ...this.virtualOf(fn.id));
    }
    return reached;
  }

  /** One function of each ring of functions that are above themselves, taken off what is above it. */
  #headsOf(circling: readonly PciFunction[]): readonly PciFunction[] {
    const heads: PciFunction[] = [];
    const done = new Set<string>();
    for (const fn of circling) {
      if (done.has(fn.id)) continue;
      let head = fn;
      const way = new Set<string>();
      while (!way.has(head.id)) {
        way.add(head.id);
        const up = head.physfn !== null ? this.#physicalOf(head) : null;
        const parent =
          head.parent !== UNKNOWN && head.parent.kind === 'function'
            ? this.byId.get(head.parent.id)
            : undefined;
        const next = up ?? parent;
        if (!next) break;
        head = next;
      }
      if (!done.has(head.id)) {
        this.#detach(head);
        heads.push(head);
      }
      for (const id of this.#reach([head])) done.add(id);
    }
    return heads;
  }

  #detach(fn: PciFunction): void {
    for (const map of [this.#below, this.#virtual]) {
      for (const [id, list] of map) {
        const at = list.indexOf(fn);
        if (at >= 0) map.set(id, list.toSpliced(at, 1));
      }
    }
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const BRIDGES: ReadonlySet<string> = new Set([
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

/** Has it a bus behind it, or is it of a type that has? */
export function isBus(fn: PciFunction): boolean {
  return BRIDGES.has(fn.type) || (fn.bridge !== null && fn.bridge !== UNKNOWN);
}

const PARENTS = new WeakMap<Machine, ReadonlySet<string>>();

function hasBelow(machine: Machine, id: string): boolean {
  let parents = PARENTS.get(machine);
  if (!parents) {
    parents = new Set(
      machine.functions.flatMap(({ parent }) =>
        parent !== UNKNOWN && parent.kind === 'function' ? [parent.id] : [],
      ),
    );
    PARENTS.set(machine, parents);
  }
  return parents.has(id);
}

function sameParent(a: PciFunction, b: PciFunction): boolean {
  if (a.parent === UNKNOWN || b.parent === UNKNOWN) return a.parent === b.parent;
  return a.parent.kind === b.parent.kind && a.parent.id === b.parent.id;
}
