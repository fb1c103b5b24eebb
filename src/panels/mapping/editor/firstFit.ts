import type { FunctionId } from '../../../model/ids.ts';
import type { P2pMemory, PciFunction } from '../../../model/pciFunction.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { PAGE } from './limits.ts';

/** Memory in pages, `from` to `to` (not included), bytes from the start of the BAR. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

export type Taken =
  | { readonly ok: true; readonly entry: ScatterlistEntry }
  | { readonly ok: false; readonly why: string };

/**
 * Memory of a provider as pci_alloc_p2pmem() gives it away: whole pages, the first stretch that is
 * long enough. A pool's chunks are searched from the one that was added last (gen_pool_add_owner()
 * puts it first; lib/genalloc.c, drivers/pci/p2pdma.c).
 *
 * @param lists all entries that hold memory of it now
 */
export function firstFit(
  { id, p2pMemory }: Pick<PciFunction, 'id' | 'p2pMemory'>,
  length: number,
  lists: readonly ScatterlistEntry[],
): Taken {
  if (p2pMemory.length === 0) return { ok: false, why: 'It offers no memory for peers.' };
  const needed = Math.ceil(length / PAGE) * PAGE;
  let longest = 0;
  for (const chunk of p2pMemory.toReversed()) {
    for (const { from, to } of freeIn(chunk, usedOf(id, chunk.bar, lists))) {
      if (to - from >= needed) {
        const { bar } = chunk;
        return { ok: true, entry: { kind: 'peer', provider: id, bar, offset: from, length } };
      }
      longest = Math.max(longest, to - from);
    }
  }
  return {
    ok: false,
    why:
      longest === 0
        ? 'All of its memory for peers is in other entries.'
        : `Its longest free stretch has ${longest / 1024} KiB.`,
  };
}

/** What entries hold of a BAR, in whole pages, in order. */
function usedOf(
  provider: FunctionId,
  bar: number,
  lists: readonly ScatterlistEntry[],
): readonly Stretch[] {
  return lists
    .flatMap((entry) =>
      entry.kind === 'peer' && entry.provider === provider && entry.bar === bar
        ? [
            {
              from: Math.floor(entry.offset / PAGE) * PAGE,
              to: Math.ceil((entry.offset + entry.length) / PAGE) * PAGE,
            },
          ]
        : [],
    )
    .sort((a, b) => a.from - b.from);
}

function freeIn({ offset, size }: P2pMemory, used: readonly Stretch[]): readonly Stretch[] {
  const free: Stretch[] = [];
  const end = offset + size;
  let at = offset;
  for (const { from, to } of used) {
    if (from > at) free.push({ from: at, to: Math.min(from, end) });
    at = Math.max(at, to);
  }
  if (at < end) free.push({ from: at, to: end });
  return free.filter(({ from, to }) => to > from);
}
