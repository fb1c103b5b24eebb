import { hex64Value } from '../../../../base/hex.ts';
import type { Scatterlist } from '../../../../model/workload.ts';
import type { ReadyMade } from '../../editor/readyMade.ts';

/** Is it that ready-made list, whoever put it in? Where peer memory lies does not matter. */
export function matchesReady(
  { entries }: Pick<Scatterlist, 'entries'>,
  { pieces }: Pick<ReadyMade, 'pieces'>,
): boolean {
  return (
    entries.length === pieces.length &&
    pieces.every((piece, at) => {
      const entry = entries[at];
      if (entry?.length !== piece.length) return false;
      if ('peer' in piece) return entry.kind === 'peer';
      return entry.kind === 'ram' && hex64Value(entry.address) === hex64Value(piece.ram);
    })
  );
}
