import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Slot, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';

/** What the inspector is about. */
export type Inspected =
  | { readonly kind: 'machine' }
  | { readonly kind: 'function'; readonly fn: PciFunction }
  | { readonly kind: 'host'; readonly host: HostBridge }
  | { readonly kind: 'socket'; readonly socket: Socket }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'several'; readonly ids: readonly PartId[] };

/** The part that is selected; the machine when none is, or when it is gone. */
export function inspected(
  { machine, byId }: Pick<OpenDocument, 'machine' | 'byId'>,
  selection: ReadonlySet<PartId>,
): Inspected {
  const [id, ...others] = selection;
  if (id === undefined) return { kind: 'machine' };
  if (others.length > 0) return { kind: 'several', ids: [...selection] };
  const fn = byId.get(id as FunctionId);
  if (fn) return { kind: 'function', fn };
  const isIt = (part: { readonly id: PartId }) => part.id === id;
  const host = machine.hostBridges.find(isIt);
  if (host) return { kind: 'host', host };
  const socket = machine.sockets.find(isIt);
  if (socket) return { kind: 'socket', socket };
  const slot = machine.slots.find(isIt);
  return slot ? { kind: 'slot', slot } : { kind: 'machine' };
}
