/** Ids of a document: every one is given out once, whatever kind of thing it names. */
export class Ids {
  readonly #taken = new Set<string>();
  /** The next number behind an id that is wanted often. */
  readonly #next = new Map<string, number>();
  /** Names that lines still to come will want. */
  readonly #reserved: ReadonlySet<string>;

  constructor(reserved: ReadonlySet<string>) {
    this.#reserved = reserved;
  }

  isTaken(id: string): boolean {
    return this.#taken.has(id);
  }

  /** The id that a name asks for; with a number behind it if something has it already. */
  forName(wish: string): string {
    return this.#claim(wish, () => false);
  }

  /** An id that no line asked for: it keeps out of the way of names. */
  derived(wish: string): string {
    return this.#claim(wish, (id) => this.#reserved.has(id));
  }

  #claim(wish: string, isReserved: (id: string) => boolean): string {
    // Documents take ids of 1 to 256 characters.
    const stem = wish === '' ? 'part' : wish.slice(0, 250);
    let id = wish === '' ? stem : wish.slice(0, 256);
    if (this.#taken.has(id) || isReserved(id)) {
      let number = this.#next.get(stem) ?? 2;
      do id = `${stem}~${number++}`;
      while (this.#taken.has(id) || isReserved(id));
      this.#next.set(stem, number);
    }
    this.#taken.add(id);
    return id;
  }
}
