/** Ids by name; a name that stands for several ids stands for none, unless all are asked for. */
class Reverse {
  readonly #ids = new Map<string, number[]>();

  constructor(names: ReadonlyMap<number, string>) {
    for (const [id, name] of names) {
      const ids = this.#ids.get(name);
      if (ids) ids.push(id);
      else this.#ids.set(name, [id]);
    }
  }

  all(name: string): readonly number[] {
    return this.#ids.get(name) ?? [];
  }

  unique(name: string): number | null {
    const [id, ...others] = this.all(name);
    return id === undefined || others.length > 0 ? null : id;
  }
}

interface Vendor {
  readonly name: string;
  /** Where the lines of its devices begin and end in the text. */
  readonly begin: number;
  readonly end: number;
}

interface Devices {
  readonly names: ReadonlyMap<number, string>;
  readonly reverse: Reverse;
}

const number = (digits: string): number => Number.parseInt(digits, 16);

/**
 * Names of vendors, devices and classes, and the way back from name to id. Only vendors are read at
 * first; the devices of one when they are first asked for.
 */
export class PciNames {
  readonly #text: string;
  readonly #vendors = new Map<number, Vendor>();
  readonly #devices = new Map<number, Devices>();
  readonly #baseClasses = new Map<number, string>();
  readonly #classes = new Map<number, string>();
  #vendorIds: Reverse | null = null;
  #classCodes: Reverse | null = null;

  /** Version of the table, such as `2023.04.10`; `null` if it does not say. */
  readonly version: string | null;

  constructor(text: string) {
    this.#text = text;
    this.version = /^# Version: (\S{1,40})$/m.exec(text.slice(0, 2000))?.[1] ?? null;
    const classes = text.startsWith('=') ? 0 : text.indexOf('\n=') + 1;
    const end = classes > 0 || text.startsWith('=') ? classes : text.length;
    this.#indexVendors(end);
    this.#readClasses(text.slice(end));
  }

  vendorName(vendor: number): string | null {
    return this.#vendors.get(vendor)?.name ?? null;
  }

  deviceName(vendor: number, device: number): string | null {
    return this.#devicesOf(vendor)?.names.get(device) ?? null;
  }

  /** Name of the sub-class, else of the base class, of a 24-bit class code. */
  className(classCode: number): string | null {
    return this.#classes.get(classCode >> 8) ?? this.#baseClasses.get(classCode >> 16) ?? null;
  }

  /** The vendor of exactly this name, if there is only one. */
  vendorByName(name: string): number | null {
    return this.#vendorNames().unique(name);
  }

  /** All vendors of exactly this name: some have several ids. */
  vendorsByName(name: string): readonly number[] {
    return this.#vendorNames().all(name);
  }

  /** The device of exactly this name, if the vendor has only one. */
  deviceByName(vendor: number, name: string): number | null {
    return this.#devicesOf(vendor)?.reverse.unique(name) ?? null;
  }

  /** All devices of exactly this name. */
  devicesByName(vendor: number, name: string): readonly number[] {
    return this.#devicesOf(vendor)?.reverse.all(name) ?? [];
  }

  /** Class code of a sub-class name, programming interface 0; if there is only one. */
  classByName(name: string): number | null {
    this.#classCodes ??= new Reverse(this.#classes);
    const code = this.#classCodes.unique(name);
    return code === null ? null : code << 8;
  }

  #vendorNames(): Reverse {
    this.#vendorIds ??= new Reverse(new Map([...this.#vendors].map(([id, one]) => [id, one.name])));
    return this.#vendorIds;
  }

  #indexVendors(end: number): void {
    const text = this.#text;
    let at = text.startsWith('>') ? 0 : text.indexOf('\n>') + 1;
    if (at === 0 && !text.startsWith('>')) return;
    while (at < end) {
      const lineEnd = text.indexOf('\n', at);
      const begin = lineEnd < 0 ? end : lineEnd + 1;
      // The break before the next vendor may be the one that ends this line.
      const next = text.indexOf('\n>', begin - 1) + 1;
      const stop = next === 0 || next > end ? end : next;
      const name = text.slice(at + 5, lineEnd < 0 ? end : lineEnd);
      this.#vendors.set(number(text.slice(at + 1, at + 5)), { name, begin, end: stop });
      at = stop;
    }
  }

  #readClasses(text: string): void {
    let base = 0;
    for (const line of text.split('\n')) {
      if (line.startsWith('=')) {
        base = number(line.slice(1, 3));
        this.#baseClasses.set(base, line.slice(3));
      } else if (line !== '') {
        this.#classes.set((base << 8) | number(line.slice(0, 2)), line.slice(2));
      }
    }
  }

  #devicesOf(vendor: number): Devices | null {
    const known = this.#devices.get(vendor);
    if (known) return known;
    const place = this.#vendors.get(vendor);
    if (!place) return null;
    const names = new Map<number, string>();
    for (const line of this.#text.slice(place.begin, place.end).split('\n')) {
      if (line !== '') names.set(number(line.slice(0, 4)), line.slice(4));
    }
    const devices = { names, reverse: new Reverse(names) };
    this.#devices.set(vendor, devices);
    return devices;
  }
}

/** Reads the table that scripts/make-pci-ids.mjs makes (data/pci-ids.txt). */
export function parsePciNames(text: string): PciNames {
  return new PciNames(text);
}
