import type { FabricWalk } from '../../engine/fabric/walk.ts';
import type { StreamReport } from '../../engine/flows/throughputReport.ts';
import { type WayEnd, wayByShape } from '../../layout/flows/wayByShape.ts';
import type { WalkPlace } from '../../layout/walkRoute.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FlowEnd } from '../../model/workload.ts';

export interface PlacedDocument {
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly workload: Machine['workload'];
  readonly hostBridges: readonly HostBridge[];
}

/** Where the data of a stream pass, from where they come to where they go. */
export function dataPlaces(
  { walk, operation, from, to, limit }: StreamReport,
  document: PlacedDocument,
): readonly WalkPlace[] {
  const isRead = operation === 'read';
  const [source, sink] = [wayEnd(from, document), wayEnd(to, document)];
  if (!walk) return wayByShape(document.byId, source, sink);
  const back = isRead ? placesIn(walk, true) : [];
  if (back.length > 1) return back;
  const request = placesIn(walk, false);
  const [asks, answers] = isRead ? [sink, source] : [source, sink];
  // What nobody promises the walk leaves open, and the flow is computed as if it got there.
  const whole =
    limit?.kind === 'refused'
      ? request
      : completed(request, wayByShape(document.byId, asks, answers), answers);
  return isRead ? whole.toReversed() : whole;
}

/** A way that breaks off, led on by the shape of the tree. */
function completed(
  walked: readonly WalkPlace[],
  shape: readonly WalkPlace[],
  end: WayEnd,
): readonly WalkPlace[] {
  const last = walked.at(-1);
  const isThere =
    last?.kind === 'function' && end.kind === 'function'
      ? last.id === end.id
      : last?.kind === end.kind;
  if (!last || isThere) return walked;
  const at = shape.findLastIndex((place) => isSame(place, last));
  if (at >= 0) return [...walked, ...shape.slice(at + 1)];
  // Only known to be on its way up.
  return last.kind === 'iommu' ? walked : shape;
}

function isSame(a: WalkPlace, b: WalkPlace): boolean {
  if (a.kind === 'function') return b.kind === 'function' && a.id === b.id;
  if (a.kind === 'iommu' || b.kind === 'iommu' || b.kind === 'function') return a.kind === b.kind;
  return a.kind === b.kind && a.host === b.host;
}

function placesIn({ hops }: FabricWalk, isBack: boolean): readonly WalkPlace[] {
  return hops.filter(({ packet }) => (packet === 'completion') === isBack).map(({ at }) => at);
}

function wayEnd(end: FlowEnd, { workload, hostBridges }: PlacedDocument): WayEnd {
  if (end.kind === 'function') return end;
  if (end.kind === 'memory') {
    const host = hostBridges.find(({ socket }) => end.socket === null || socket === end.socket);
    return { kind: 'memory', host: host?.id ?? 'unknown' };
  }
  const entries = workload.scatterlists.find(({ id }) => id === end.id)?.entries ?? [];
  const peer = entries.find((entry) => entry.kind === 'peer');
  if (peer?.kind === 'peer') return { kind: 'function', id: peer.provider };
  return { kind: 'memory', host: hostBridges[0]?.id ?? 'unknown' };
}
