/** What was expected of a field and is not there; told with the way to it. */
export class FieldError extends Error {}

type Json = Readonly<Record<string, unknown>>;

/** Reads fields of JSON one by one; says of a wrong one where it is and what was expected. */
export class FieldReader {
  readonly #value: Json;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw expected(path, 'an object', value);
    }
    this.#value = value as Json;
    this.#path = path;
  }

  object(name: string): FieldReader {
    return new FieldReader(this.#value[name], this.at(name));
  }

  at(name: string): string {
    return `${this.#path}/${name}`;
  }

  /** Fields of other names, which are read by nobody: perhaps slips. */
  strange(names: readonly string[]): readonly string[] {
    return Object.keys(this.#value)
      .filter((name) => !names.includes(name))
      .map((name) => `${this.at(name)} is not read; fields are ${names.join(', ')}`);
  }

  has(name: string): boolean {
    return this.#value[name] !== undefined;
  }

  text(name: string): string {
    const value = this.#value[name];
    if (typeof value !== 'string') throw expected(this.at(name), 'a text', value);
    return value;
  }

  choice<T extends string>(name: string, values: readonly T[], fallback?: T): T {
    const value = this.#value[name];
    if (value === undefined && fallback !== undefined) return fallback;
    const found = values.find((each) => each === value);
    if (found === undefined) {
      throw expected(this.at(name), values.map((each) => `"${each}"`).join(', '), value);
    }
    return found;
  }

  flag(name: string): boolean {
    const value = this.#value[name];
    if (value === undefined) return false;
    if (typeof value !== 'boolean') throw expected(this.at(name), 'true or false', value);
    return value;
  }

  count(name: string, least: number, most: number): number {
    return countAt(this.#value[name], this.at(name), least, most);
  }

  address(name: string): bigint {
    return addressAt(this.#value[name], this.at(name));
  }

  list(name: string): readonly unknown[] {
    const value = this.#value[name];
    if (!Array.isArray(value)) throw expected(this.at(name), 'an array', value);
    return value;
  }
}

export function countAt(value: unknown, path: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw expected(path, `a whole number from ${least} to ${most}`, value);
  }
  return value;
}

export function addressAt(value: unknown, path: string): bigint {
  const digits = typeof value === 'string' ? /^(?:0x)?([0-9a-f]{1,16})$/i.exec(value)?.[1] : null;
  if (digits == null) throw expected(path, 'hexadecimal digits such as "fd813000"', value);
  return BigInt(`0x${digits}`);
}

export function expected(path: string, what: string, found: unknown): FieldError {
  const text = found === undefined ? 'nothing' : JSON.stringify(found);
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return new FieldError(`${path === '' ? 'the case' : path}: expected ${what}, found ${short}.`);
}
