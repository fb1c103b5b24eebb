import type { DmaSpace } from '../../engine/dma/dmaMapping.ts';
import type { WalkPlace } from '../../layout/walkRoute.ts';
import { wayToHost } from '../../layout/wayToHost.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/**
 * The way of a request by the shape of the tree and the space of its address alone, for an entry that
 * shares its output with one that goes elsewhere: what is decided at each port nobody was asked.
 */
export function shapedPlaces(
  byId: ReadonlyMap<FunctionId, PciFunction>,
  client: FunctionId,
  target: 'ram' | FunctionId,
  space: DmaSpace,
): readonly WalkPlace[] {
  const up = wayToHost(byId, client);
  const down = target === 'ram' ? null : wayToHost(byId, target);
  const common = down && up.functions.find((id) => down.functions.includes(id));
  if (space === 'BUS' && down && common !== undefined && common !== null) {
    return [
      ...up.functions.slice(0, up.functions.indexOf(common)).map(at),
      ...down.functions.slice(0, down.functions.indexOf(common)).toReversed().map(at),
    ];
  }
  const host = up.host ?? 'unknown';
  const iommu: readonly WalkPlace[] = space === 'IOVA' ? [{ kind: 'iommu' }] : [];
  const root: WalkPlace = { kind: 'root-complex', host };
  const far: readonly WalkPlace[] =
    down && down.host !== null && down.host !== up.host
      ? [{ kind: 'root-complex', host: down.host }]
      : [];
  const end: readonly WalkPlace[] = down
    ? [...far, ...down.functions.toReversed().map(at)]
    : [{ kind: 'memory', host }];
  return [...up.functions.map(at), ...iommu, root, ...end];
}

function at(id: FunctionId): WalkPlace {
  return { kind: 'function', id };
}
