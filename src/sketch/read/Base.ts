import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine, Slot, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** Things of a document by the names that a sketch has for them: label, else id. */
class ByName<T extends { readonly id: string; readonly label: string | null }> {
  readonly #ids = new Map<string, T>();
  readonly #labels = new Map<string, T>();

  constructor(things: readonly T[]) {
    for (const thing of things) {
      this.#ids.set(thing.id, thing);
      if (thing.label !== null && !this.#labels.has(thing.label)) {
        this.#labels.set(thing.label, thing);
      }
    }
  }

  named(name: string): T | null {
    return this.#labels.get(name) ?? this.#ids.get(name) ?? null;
  }

  withId(id: string): T | null {
    return this.#ids.get(id) ?? null;
  }
}

/** The document that a text belongs to, for what the text does not carry. */
export class Base {
  readonly machine: Machine | null;
  readonly functions: ByName<PciFunction>;
  readonly hosts: ByName<HostBridge>;
  readonly sockets: ByName<Socket>;
  readonly slots: ByName<Slot>;
  readonly #hostOfVmd = new Map<string, HostBridge>();

  constructor(machine: Machine | null) {
    this.machine = machine;
    this.functions = new ByName(machine?.functions ?? []);
    this.hosts = new ByName(machine?.hostBridges ?? []);
    this.sockets = new ByName(machine?.sockets ?? []);
    this.slots = new ByName(machine?.slots ?? []);
    for (const host of machine?.hostBridges ?? []) {
      if (host.vmdFunction !== null) this.#hostOfVmd.set(host.vmdFunction, host);
    }
  }

  /** The host bridge of a VMD's domain. */
  hostOfVmd(vmd: string): HostBridge | null {
    return this.#hostOfVmd.get(vmd) ?? null;
  }

  /** The downstream port that a function hangs from. */
  portAbove(id: string): FunctionId | null {
    const parent = this.functions.withId(id)?.parent;
    if (!parent || typeof parent === 'string' || parent.kind !== 'function') return null;
    const port = this.functions.withId(parent.id);
    return port?.type === 'downstream' ? port.id : null;
  }
}
