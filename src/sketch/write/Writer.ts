import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine, Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { asSaid, severalFunctions, silentIn } from '../captured.ts';
import { nameWord } from '../lexLine.ts';
import { NOTHING_STATED } from '../linkDefaults.ts';
import { capturedSlotId, slotLabel } from '../slotId.ts';
import { Losses } from './Losses.ts';
import { Machinery } from './Machinery.ts';
import { printedName } from './printedName.ts';

/** A text as it grows, with the names that its parts have in it. */
export class Writer {
  readonly machinery: Machinery;
  readonly isCaptured: boolean;
  readonly losses: Losses;
  readonly #hasComments: boolean;
  readonly #lines: string[] = [];
  readonly #abouts = new Map<number, FunctionId>();
  readonly #isSeveral: ((fn: PciFunction) => boolean) | null;
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** The next number behind a name that is wanted often. */
  readonly #next = new Map<string, number>();

  /** @param isWhole what a dump called a part stands behind its line, and what is left out is told */
  constructor(machine: Machine, isWhole: boolean) {
    this.losses = new Losses(isWhole);
    this.#hasComments = isWhole && machine.origin === 'captured';
    this.machinery = new Machinery(asSaid(machine));
    this.isCaptured = machine.origin === 'captured';
    this.#isSeveral = this.isCaptured ? severalFunctions(machine.functions) : null;
    if (this.isCaptured) this.losses.add('registers', silentIn(machine));
    const { hostBridges, functions } = machine;
    const labelled = [...hostBridges, ...functions].filter(({ label }) => label !== null);
    // Labels first: a name that is made from an id keeps out of their way.
    for (const { id, label } of labelled) {
      if (label !== null && label.length > 0) this.#give(id, label);
    }
    for (const slot of machine.slots) this.#giveSlot(slot);
  }

  /** Where the reader of a line begins, with what it will make of the numbers of a captured machine. */
  numbered(start: PciFunction, fn: PciFunction): PciFunction {
    return this.#isSeveral ? { ...start, multifunction: this.#isSeveral(fn) } : start;
  }

  /** @param about the function that the line is about */
  line(level: number, words: readonly string[], about: PciFunction | null = null): void {
    const name = this.#hasComments && about ? printedName(about) : null;
    const comment = name === null ? '' : `  # ${name}`;
    if (about) this.#abouts.set(this.#lines.length, about.id);
    this.#lines.push(`${'  '.repeat(level)}${words.join(' ')}${comment}`);
  }

  /** An empty line, where the last one is not empty. */
  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** Functions by the place of their lines, from 0. */
  get abouts(): ReadonlyMap<number, FunctionId> {
    return this.#abouts;
  }

  text(): string {
    while (this.#lines.at(-1) === '') this.#lines.pop();
    return this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`;
  }

  /** How much has been written, to take it back: `cut()`. */
  mark(): number {
    return this.#lines.length;
  }

  cut(mark: number): void {
    this.#lines.length = mark;
  }

  /** The name that a part's line has; `null`: none is needed, `made` being the id that a reader makes. */
  nameFor(part: { readonly id: string }, made: string): string | null {
    const given = this.#names.get(part.id);
    if (given !== undefined) return given;
    return part.id === made ? null : this.#give(part.id, part.id);
  }

  /** The name of a part that is called by it, whether or not it needs one. */
  nameOf(id: string): string | null {
    return this.#names.get(id) ?? null;
  }

  /** A part in a statement: its name, else its id. */
  reference(id: string): string {
    const name = this.#names.get(id) ?? id;
    return ADDRESS.test(name) || PLACE.test(name) ? name : nameWord(name);
  }

  /** On a captured machine what is printed beside it, where the id can be made again from that. */
  #giveSlot(slot: Slot): void {
    const { id, label } = slot;
    if (label === null || label === '') this.#give(id, id);
    else if (!this.isCaptured) this.#give(id, label);
    else if (capturedSlotId(slot, this.machinery.machine.functions) !== id) this.#give(id, id);
    else if (slotLabel(label) !== label) this.#give(id, id);
    else if (!this.#taken.has(label)) this.#give(id, label);
    else {
      const place = id.slice(`slot:${label}:`.length).replace(/^0000:/, '');
      const name = `${label}@${place}`;
      this.#give(id, slotLabel(name) === label && !this.#taken.has(name) ? name : id);
    }
  }

  #give(id: string, wish: string): string {
    let name = wish;
    let number = this.#next.get(wish) ?? 2;
    while (this.#taken.has(name)) name = `${wish}~${number++}`;
    if (name !== wish) this.#next.set(wish, number);
    if (name !== wish) this.losses.add('name');
    this.#taken.add(name);
    this.#names.set(id, name);
    return name;
  }
}

/** Plain enough to stand without quotes where a part is called. */
const ADDRESS = /^[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/;
const PLACE = /^[A-Za-z_][\w.-]*(?:\/[\w.-]+)*$/;

/** The id that a reader gives a captured function without a name: its address. */
export function addressId(draft: FunctionDraft): string | null {
  const { fn, isCaptured } = draft;
  if (isCaptured) return fn.address === null ? null : formatAddress(fn.address);
  const { fixedAddress } = fn;
  if (fixedAddress === null) return null;
  const { bus, device, function: number } = fixedAddress;
  if (bus === null || device === null || number === null) return null;
  return formatAddress({ domain: draft.domain, bus, device, function: number });
}

/** A draft of a function of the machine that is written: what the attributes are to say. */
export function targetOf(writer: Writer, fn: PciFunction, domain: number): FunctionDraft {
  const called = (id: string) => writer.nameOf(id) ?? id;
  return {
    fn,
    isCaptured: writer.isCaptured,
    domain,
    stated: NOTHING_STATED,
    now: null,
    ports: null,
    freePorts: 0,
    feeds: writer.machinery.feeds(fn.id).map(called),
    slot: fn.slot === null ? null : called(fn.slot),
    physical: fn.physfn === null ? null : called(fn.physfn),
  };
}
