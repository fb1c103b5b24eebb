import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { WalkPlace } from '../walkRoute.ts';
import { wayToHost } from '../wayToHost.ts';

/** An end of a way: a function, or memory behind a host bridge. */
export type WayEnd =
  | { readonly kind: 'function'; readonly id: FunctionId }
  | { readonly kind: 'memory'; readonly host: HostBridgeId | 'unknown' };

/**
 * The way of a processor's accesses, and of what else nobody has walked: by the shape of the tree, through
 * the root complex. Data go from `from` to `to`.
 */
export function wayByShape(
  byId: ReadonlyMap<FunctionId, PciFunction>,
  from: WayEnd,
  to: WayEnd,
): readonly WalkPlace[] {
  const up = climb(byId, from);
  const down = climb(byId, to).toReversed();
  const [top, next] = [up.at(-1), down[0]];
  const isOne =
    top?.kind === 'root-complex' && next?.kind === 'root-complex' && top.host === next.host;
  // From function to function the root complex of the first is place enough: the line crosses from there.
  const isAcross = from.kind === 'function' && to.kind === 'function';
  return [...up, ...(isOne || isAcross ? down.slice(1) : down)];
}

function climb(byId: ReadonlyMap<FunctionId, PciFunction>, end: WayEnd): readonly WalkPlace[] {
  if (end.kind === 'memory') return [end, { kind: 'root-complex', host: end.host }];
  const { functions, host } = wayToHost(byId, end.id);
  return [
    ...functions.map((id): WalkPlace => ({ kind: 'function', id })),
    { kind: 'root-complex', host: host ?? 'unknown' },
  ];
}
