import { type Claim, isOptional } from './placeClaims.ts';
import { type Item, type Layout, layOutSpace, placeItems } from './placeLayout.ts';
import { FreeSpace, lengthOf, type Span } from './placeSpans.ts';
import type { PlaceTree, Space } from './placeTree.ts';

export interface Fitted {
  readonly layout: Layout;
  readonly top: ReadonlyMap<Item, bigint>;
  /** Found no room. */
  readonly out: readonly Claim[];
}

/** So often is it tried to put something back. */
const MOST_TRIES = 64;

/**
 * Divides a host bridge's space. If not all fits, some go without until the rest fits: what can be
 * done without first, then the largest, of equals the last in the document; what then turns out to
 * fit after all is put back.
 *
 * Source: when a host bridge's space is exhausted, EDK2 leaves out the device that asks for most and
 * tries again (`PciHostBridgeAdjustAllocation()`, MdeModulePkg/Bus/Pci/PciBusDxe/PciLib.c); Linux
 * lets virtual functions, ROMs and reserves go before other BARs (`pci_resource_is_optional()`,
 * drivers/pci/setup-res.c, Linux 6.15).
 *
 * @param claims all claims of that space below the host bridge
 */
export function fitSpace(
  tree: PlaceTree,
  host: number,
  space: Space,
  claims: readonly Claim[],
  spans: readonly Span[],
): Fitted {
  const nodes = tree.ofHost[host] ?? [];
  const onBus = tree.onHost[host] ?? [];
  const attempt = (isIn: ReadonlySet<Claim>) => {
    const layout = layOutSpace(tree, nodes, onBus, space, (claim) => isIn.has(claim));
    const top = placeItems(layout.top, new FreeSpace(spans));
    return top && { layout, top };
  };
  const whole = attempt(new Set(claims));
  if (whole) return { ...whole, out: [] };

  const queue = [...claims].sort(firstToGo);
  const capacity = lengthOf(spans);
  let [enough, tooFew] = [queue.length, leastToGo(queue, capacity) - 1];
  while (enough - tooFew > 1) {
    const middle = (enough + tooFew) >> 1;
    if (attempt(new Set(queue.slice(middle)))) enough = middle;
    else tooFew = middle;
  }
  const isIn = new Set(queue.slice(enough));
  putBack(isIn, queue.slice(0, enough).reverse(), capacity, (all) => attempt(all) !== null);
  const fitted = attempt(isIn);
  if (!fitted) return { layout: { top: [], windows: new Map() }, top: new Map(), out: claims };
  return { ...fitted, out: claims.filter((claim) => !isIn.has(claim)) };
}

function firstToGo(a: Claim, b: Claim): number {
  const byKind = Number(isOptional(b)) - Number(isOptional(a));
  if (byKind !== 0) return byKind;
  if (a.size !== b.size) return a.size > b.size ? -1 : 1;
  return b.at - a.at || b.index - a.index;
}

/** So many of the first must go for the rest to fit by their sizes alone. */
function leastToGo(queue: readonly Claim[], capacity: bigint): number {
  let sum = sizeOf(queue);
  let count = 0;
  for (const { size } of queue) {
    if (sum <= capacity) break;
    sum -= size;
    count++;
  }
  return count;
}

function putBack(
  isIn: Set<Claim>,
  left: readonly Claim[],
  capacity: bigint,
  fits: (all: ReadonlySet<Claim>) => boolean,
): void {
  let tries = 0;
  let free = capacity - sizeOf([...isIn]);
  const open: (readonly Claim[])[] = [left];
  for (let some = open.pop(); some && tries < MOST_TRIES; some = open.pop()) {
    const most = free;
    if (some.length === 0 || some.every(({ size }) => size > most)) continue;
    if (sizeOf(some) <= free) {
      tries++;
      if (fits(new Set([...isIn, ...some]))) {
        for (const claim of some) isIn.add(claim);
        free -= sizeOf(some);
        continue;
      }
    }
    if (some.length === 1) continue;
    const middle = some.length >> 1;
    open.push(some.slice(middle), some.slice(0, middle));
  }
}

function sizeOf(claims: readonly Claim[]): bigint {
  return claims.reduce((sum, { size }) => sum + size, 0n);
}
