import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
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

  constructor({ notes, slots }: Machine) {
    for (const { about, text } of notes) {
      if (text.trim() === '' || about === null) continue;
      const found = this.#byId.get(about);
      if (found) found.push({ about, text });
      else this.#byId.set(about, [{ about, text }]);
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

/** Remarks on the machine as a whole. */
export function wholeNotes({ notes }: Machine): readonly string[] {
  return notes.flatMap(({ about, text }) => (about === null && text.trim() !== '' ? [text] : []));
}
