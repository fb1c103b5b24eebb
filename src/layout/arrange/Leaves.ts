import type { LeafBlock } from './arrangement.ts';

/** A block stays while it would do for so many times as many leaves, or for as many times fewer. */
export const LEEWAY = 1.5;

/** In which rows and columns leaves stand: as before, as long as that does. */
export class Leaves {
  readonly #former = new Map<string, LeafBlock>();
  readonly #now: LeafBlock[] = [];

  constructor(former: readonly LeafBlock[]) {
    for (const block of former) {
      for (const column of block.columns) for (const name of column) this.#former.set(name, block);
    }
  }

  get blocks(): readonly LeafBlock[] {
    return this.#now;
  }

  /** The block in which one of those stood. */
  before(names: readonly string[]): LeafBlock | undefined {
    const name = names.find((each) => this.#former.has(each));
    return name === undefined ? undefined : this.#former.get(name);
  }

  /** Keeps a block; of one that is as before, the very same. */
  keep(block: LeafBlock, before: LeafBlock | undefined): void {
    this.#now.push(before && isSame(before, block) ? before : block);
  }
}

/**
 * In how many rows leaves stand that may have stood in rows before.
 *
 * @param fresh the rows of so many leaves that never stood anywhere; the more, the more
 * @param least the fewest rows that do for so many
 */
export function rowsKept(
  before: LeafBlock | undefined,
  leaves: number,
  fresh: (leaves: number) => number,
  least = fresh,
): number {
  if (!before) return fresh(leaves);
  const does =
    before.rows >= least(Math.floor(leaves / LEEWAY)) &&
    before.rows <= fresh(Math.ceil(leaves * LEEWAY));
  // As many as before were not touched, whatever stands beside them now.
  return does || before.count === leaves ? before.rows : fresh(leaves);
}

function isSame(a: LeafBlock, b: LeafBlock): boolean {
  return (
    a.rows === b.rows &&
    a.count === b.count &&
    a.columns.length === b.columns.length &&
    a.columns.every((column, index) => {
      const other = b.columns[index];
      return column.length === other?.length && column.every((name, row) => name === other[row]);
    })
  );
}
