import { CATALOGUE } from '../catalogue/catalogue.ts';
import { makeHost } from '../catalogue/makeHost.ts';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import { linkRegisters } from '../model/linkState.ts';
import type { Machine, Slot } from '../model/machine.ts';
import type { Parent, PciFunction } from '../model/pciFunction.ts';
import { applyChanges } from './applyChanges.ts';
import type { Change } from './change.ts';
import { withLink } from './changes/links.ts';
import { settle } from './settle.ts';

/**
 * Draws a machine the way a test reads it: parts of the catalogue by name, each put below another.
 * Host bridges come first; what they bring along is numbered by hand and has no name.
 */
export class Drawing {
  #machine: Machine = blankMachine('drawn', 'drawn');

  host(name: string, part = 'host', socket: string | null = null): this {
    const platform = CATALOGUE.find(({ id }) => id === part);
    if (platform?.kind !== 'host') throw new Error(`no platform ${part}`);
    const sockets = this.#machine.sockets.some(({ id }) => id === socket)
      ? this.#machine.sockets
      : [...this.#machine.sockets, ...(socket === null ? [] : [socketOf(socket)])];
    const made = makeHost(platform, {
      id: name as HostBridgeId,
      label: name,
      numaNode: null,
      socket: socket as SocketId | null,
    });
    this.#machine = {
      ...this.#machine,
      sockets,
      hostBridges: [...this.#machine.hostBridges, made.host],
      functions: [...this.#machine.functions, ...made.functions],
    };
    return this;
  }

  /** Puts parts below another, `gpu0 gpu1` two of them. */
  put(names: string, part: string, below: string): this {
    for (const label of names.split(' ')) {
      const to = parentNamed(this.#machine, below);
      this.change({ kind: 'add', part, to, label });
    }
    return this;
  }

  change(...changes: readonly Change[]): this {
    this.#machine = applyChanges(this.#machine, changes);
    return this;
  }

  /** Both what its end can do and what it trained to. */
  link(name: string, gts: number, width: number): this {
    const state = { gts, width };
    return this.set(name, (fn) => withLink(fn, { capable: state, current: state }));
  }

  /** What it trained to only. */
  trained(name: string, gts: number, width: number): this {
    return this.set(name, (fn) =>
      linkRegisters(fn) ? withLink(fn, { current: { gts, width } }) : fn,
    );
  }

  set(name: string, make: (fn: PciFunction) => PciFunction): this {
    this.#machine = {
      ...this.#machine,
      functions: this.#machine.functions.map((fn) => (fn.id === name ? make(fn) : fn)),
    };
    return this;
  }

  slot(name: string, ports: string, change: Partial<Slot> = {}): this {
    const slot: Slot = {
      id: name as SlotId,
      label: name,
      ports: ports.split(' ').filter(Boolean) as FunctionId[],
      lanes: null,
      bifurcation: null,
      riser: null,
      ...change,
    };
    this.#machine = { ...this.#machine, slots: [...this.#machine.slots, slot] };
    return this;
  }

  edit(make: (machine: Machine) => Machine): this {
    this.#machine = make(this.#machine);
    return this;
  }

  get raw(): Machine {
    return this.#machine;
  }

  /** Numbered and placed, as the page has it. */
  get settled(): Machine {
    return settle(this.#machine).machine;
  }
}

export function parentNamed(machine: Machine, name: string): Parent {
  return machine.hostBridges.some(({ id }) => id === name)
    ? { kind: 'host', id: name as HostBridgeId }
    : { kind: 'function', id: name as FunctionId };
}

function socketOf(id: string) {
  return { id: id as SocketId, label: null, numaNode: null, model: null };
}
