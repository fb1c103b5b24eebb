import type { LeafBlock } from './arrangement.ts';
import type { Tooth } from './combCell.ts';
import { LEEWAY } from './Leaves.ts';

type Columns<What> = readonly (readonly Tooth<What>[])[];

/** By what a tooth is known in the next drawing. */
export const nameOf = <What>({ outlet }: Tooth<What>): string | undefined => outlet.port?.id;

/**
 * Teeth in columns of so many leaves. Leaves stay in the columns that they had: what is taken out
 * leaves room, and what is new takes such room or begins a column. Where that would take many more
 * columns than there need be, all are filled afresh.
 */
export function columnsOf<What>(
  teeth: readonly Tooth<What>[],
  rows: number,
  former: LeafBlock | undefined,
): Columns<What> {
  const fresh = filled(teeth, rows);
  const kept = former && asBefore(teeth, rows, former);
  return kept && kept.length <= Math.ceil(fresh.length * LEEWAY) ? kept : fresh;
}

/** A new column begins with the leaf that finds the last one full. */
function filled<What>(teeth: readonly Tooth<What>[], rows: number): Columns<What> {
  const columns: Tooth<What>[][] = [];
  let leaves = 0;
  for (const tooth of teeth) {
    const column = columns.at(-1);
    if (!column || (tooth.kid && leaves === rows)) {
      columns.push([tooth]);
      leaves = tooth.kid ? 1 : 0;
    } else {
      column.push(tooth);
      if (tooth.kid) leaves++;
    }
  }
  return columns;
}

/** `null`: the order is another one, or a column has no room for what came into its midst. */
function asBefore<What>(
  teeth: readonly Tooth<What>[],
  rows: number,
  former: LeafBlock,
): Columns<What> | null {
  const had = new Map(
    former.columns.flatMap((names, column) => names.map((name) => [name, column] as const)),
  );
  const hadOf = (tooth: Tooth<What>) => (tooth.kid ? had.get(nameOf(tooth) ?? '') : undefined);
  const stay = new Map<number, number>();
  for (const tooth of teeth) {
    const own = hadOf(tooth);
    if (own !== undefined) stay.set(own, (stay.get(own) ?? 0) + 1);
  }
  const columns: Tooth<What>[][] = [];
  /** The column that this one was. */
  let at = -1;
  let leaves = 0;
  for (const [index, tooth] of teeth.entries()) {
    const own = hadOf(tooth);
    const column = columns.at(-1);
    const isElsewhere = own === undefined ? leaves === rows : leaves > 0 && own !== at;
    const isNext = column === undefined || (tooth.kid !== null && isElsewhere);
    if (isNext) {
      columns.push([tooth]);
      leaves = 0;
    } else {
      column.push(tooth);
    }
    if (!tooth.kid) continue;
    leaves++;
    if (leaves > rows || (own !== undefined && own < at)) return null;
    if (own !== undefined) at = own;
    else if (isNext) at = roomBehind(index, at) ?? at;
  }
  return columns;

  /** The column of the next leaf that had one, if there is room before it. */
  function roomBehind(index: number, last: number): number | undefined {
    const next = teeth.slice(index + 1).find((tooth) => hadOf(tooth) !== undefined);
    const own = next && hadOf(next);
    return own !== undefined && own > last && (stay.get(own) ?? 0) < rows ? own : undefined;
  }
}
