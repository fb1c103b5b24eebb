import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { WalkPlace } from './walkRoute.ts';
import { wayToHost } from './wayToHost.ts';

/*
 * The places of a request from a client to a provider, by the shape of the tree alone: for tests
 * that ask where things are drawn, not what is decided there.
 */

type ById = ReadonlyMap<FunctionId, PciFunction>;

const at = (id: FunctionId): WalkPlace => ({ kind: 'function', id });
const root = (host: HostBridgeId | null): WalkPlace => ({
  kind: 'root-complex',
  host: host ?? 'unknown',
});

/** Straight to it below the bridge that both share; `null` if they share none. */
export function directPlaces(
  byId: ById,
  client: FunctionId,
  provider: FunctionId,
): readonly WalkPlace[] | null {
  const up = wayToHost(byId, client).functions;
  const down = wayToHost(byId, provider).functions;
  const common = up.find((id) => down.includes(id));
  if (common === undefined) return null;
  return [
    ...up.slice(0, up.indexOf(common)).map(at),
    ...down.slice(0, down.indexOf(common)).toReversed().map(at),
  ];
}

/** Up to the IOMMU, from there to the root complex and to another one if need be, and down. */
export function risingPlaces(
  byId: ById,
  client: FunctionId,
  provider: FunctionId,
): readonly WalkPlace[] {
  const up = wayToHost(byId, client);
  const down = wayToHost(byId, provider);
  return [
    ...up.functions.map(at),
    { kind: 'iommu' },
    // The one that decides is the one it came to; a second one may be named where it leaves.
    root(up.host),
    ...(up.host === down.host ? [] : [root(down.host)]),
    ...down.functions.toReversed().map(at),
  ];
}
