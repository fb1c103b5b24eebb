const DEVICES = 32;
const FUNCTIONS = 8;

/** Which devices and functions of a bus are taken. Numbers are device × 8 + function. */
export class DeviceNumbers {
  readonly #taken = new Set<number>();
  readonly #used = new Uint8Array(DEVICES);
  /** All numbers below these are taken: in each device, so that a full bus is no search. */
  readonly #firstFree = new Map<number, number>();
  #firstDevice = 0;

  isFree(number: number): boolean {
    return !this.#taken.has(number);
  }

  isDeviceFree(device: number): boolean {
    return device < DEVICES && !this.#used[device];
  }

  /** Takes that number; `null` when another has it. */
  claim(number: number): number | null {
    if (this.#taken.has(number)) return null;
    this.#taken.add(number);
    this.#used[Math.floor(number / FUNCTIONS)] = 1;
    return number;
  }

  /** Takes the lowest free number of `limit`, counted from function 0 of that device. */
  freeIn(device: number, limit: number): number | null {
    const base = device * FUNCTIONS;
    let at = this.#firstFree.get(base) ?? base;
    while (at < base + limit && this.#taken.has(at)) at++;
    this.#firstFree.set(base, at);
    return at < base + limit ? this.claim(at) : null;
  }

  /** The lowest device of which no function is taken, from `first` up; not taken by this. */
  freeDevice(first: number): number | null {
    while (this.#firstDevice < DEVICES && this.#used[this.#firstDevice]) this.#firstDevice++;
    let device = Math.max(first, this.#firstDevice);
    while (device < DEVICES && this.#used[device]) device++;
    return device < DEVICES ? device : null;
  }
}
