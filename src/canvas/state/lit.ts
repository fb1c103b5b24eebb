/** What keeps its strength when a pair is chosen, by keys; the rest of the drawing steps back. */
export interface Lit {
  readonly boxes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly frames: ReadonlySet<string>;
}
