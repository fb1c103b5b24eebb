import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { linkWords } from '../linkWords.ts';

/**
 * Tells whether devices are alike: of the same part, ids and class, bound to the same drivers on the
 * same node, with links as wide and fast. Whatever has a note or a place of its own is like nothing.
 */
export class Likeness {
  /** Parts of which the user said something. */
  readonly #own: ReadonlySet<string>;

  constructor({ notes, placements }: Machine) {
    this.#own = new Set([
      ...notes.flatMap(({ about }) => (about === null ? [] : [about])),
      ...placements.map(({ about }) => about),
    ]);
  }

  /** Equal for a port with its device and for another with its own; `null`: like no other. */
  of(port: PciFunction, device: readonly PciFunction[]): string | null {
    const [first] = device;
    if (!first || [port, ...device].some(({ id, slot }) => this.#isOwn(id, slot))) return null;
    const { text, title, lanes, isDegraded, isDown } = linkWords(first, port);
    return JSON.stringify([
      port.type,
      looks(port),
      [text, title, lanes, isDegraded, isDown],
      device.map((fn) => [looks(fn), fn.driver, fn.numaNode]),
    ]);
  }

  #isOwn(id: string, slot: string | null): boolean {
    return this.#own.has(id) || (slot !== null && this.#own.has(slot));
  }
}

/** What a function is, apart from where it is and what the user calls it. */
function looks(fn: PciFunction): unknown {
  const id = fn.pciId === UNKNOWN ? UNKNOWN : [fn.pciId.vendor, fn.pciId.device];
  const model = fn.part === null ? null : fn.part.model;
  return [fn.type, id, fn.classCode, fn.physfn === null, model];
}
