import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { isLinkAbove } from '../isLinkAbove.ts';
import type { ScenePartId } from '../scene.ts';
import { shortAddress } from '../shortAddress.ts';

/** A remark as it stands on paper; said of something smaller than where it stands, it says of what. */
export interface PartNote {
  readonly about: ScenePartId;
  readonly text: string;
}

const NONE: readonly PartNote[] = [];

/** The user's remarks by what they are about. */
export class Notes {
  readonly #byId = new Map<string, PartNote[]>();
  readonly #slots: ReadonlyMap<string, readonly PartNote[]>;
  /** On links, by the function below. */
  readonly #links = new Map<string, PartNote[]>();

  constructor(machine: Machine) {
    const { notes, slots } = machine;
    const hangs = notes.some(({ on }) => on === 'link') ? linksOf(machine) : () => false;
    for (const { about, on, text } of notes) {
      if (text.trim() === '' || about === null) continue;
      const isBeside = on === 'link' && hangs(about);
      const by = isBeside ? this.#links : this.#byId;
      // Where no link is drawn, it is not lost.
      const said = on === 'link' && !isBeside ? `Link above: ${text}` : text;
      const found = by.get(about);
      if (found) found.push({ about, text: said });
      else by.set(about, [{ about, text: said }]);
    }
    const byPort = new Map<string, PartNote[]>();
    for (const slot of this.#byId.size === 0 ? [] : slots) {
      const [port] = slot.ports;
      const own = this.of(slot.id, `Slot ${slot.label ?? slot.id}: `);
      if (port !== undefined && own.length > 0) {
        byPort.set(port, [...(byPort.get(port) ?? []), ...own]);
      }
    }
    this.#slots = byPort;
  }

  of(id: ScenePartId, before = ''): readonly PartNote[] {
    const found = this.#byId.get(id);
    if (!found) return NONE;
    return before === ''
      ? found
      : found.map(({ about, text }) => ({ about, text: `${before}${text}` }));
  }

  /** Of the link that ends on these functions of a device. */
  ofLink(functions: readonly PciFunction[]): readonly PartNote[] {
    if (this.#links.size === 0) return NONE;
    return functions.flatMap((fn) => this.#links.get(fn.id) ?? NONE);
  }

  /** Of a part that has no room of its own, for what it is a part of. */
  ofSmall(fn: PciFunction): readonly PartNote[] {
    return this.of(fn.id, `${shortAddress(fn)}: `);
  }

  /** Of ports, and of the slots that they feed. */
  ofPorts(ports: readonly PciFunction[]): readonly PartNote[] {
    if (this.#byId.size === 0) return NONE;
    return ports.flatMap((port) => [...this.ofSmall(port), ...this.ofSlots(port)]);
  }

  /** Of the slots that a port feeds. */
  ofSlots(port: PciFunction): readonly PartNote[] {
    return this.#slots.get(port.id) ?? NONE;
  }

  /** Of a device: its first function names it, of others it is said which. */
  ofDevice(functions: readonly PciFunction[]): readonly PartNote[] {
    if (this.#byId.size === 0) return NONE;
    return functions.flatMap((fn, index) => (index === 0 ? this.of(fn.id) : this.ofSmall(fn)));
  }
}

/** Tells of a part whether it hangs from a link that is drawn. */
function linksOf({ functions }: Machine): (id: ScenePartId) => boolean {
  const byId = new Map(functions.map((fn) => [fn.id, fn]));
  return (id) => {
    const fn = byId.get(id as FunctionId);
    if (!fn) return false;
    const { parent } = (fn.physfn === null ? undefined : byId.get(fn.physfn)) ?? fn;
    const port = parent !== UNKNOWN && parent.kind === 'function' ? byId.get(parent.id) : null;
    return isLinkAbove(fn, port ?? null);
  };
}

/** Remarks on the machine as a whole. */
export function wholeNotes({ notes }: Machine): readonly string[] {
  return notes.flatMap(({ about, text }) => (about === null && text.trim() !== '' ? [text] : []));
}
