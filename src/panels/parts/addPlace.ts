import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { FunctionId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent } from '../../model/pciFunction.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { hostTitle, socketTitle, titleOf } from '../words/partNames.ts';

/** Where a part would go. */
export interface AddPlace {
  readonly to: Parent;
  /** `below gpu0`, `on h0` */
  readonly words: string;
}

/** What is selected, as a place for a part: a bridge, a host bridge, a slot's port, a socket's bridge. */
export function addPlace(document: OpenDocument, focus: PartId | null): AddPlace | null {
  const { machine, byId } = document;
  const slot = machine.slots.find(({ id }) => id === focus);
  const port = slot && (freePort(machine, slot.ports) ?? slot.ports[0]);
  const fn = byId.get(port ?? (focus as FunctionId));
  if (fn) return { to: { kind: 'function', id: fn.id }, words: `below ${titleOf(document, fn)}` };
  const host =
    machine.hostBridges.find(({ id }) => id === focus) ??
    machine.hostBridges.find(({ socket }) => socket !== null && socket === focus);
  return host ? { to: { kind: 'host', id: host.id }, words: `on ${hostTitle(host)}` } : null;
}

function freePort({ functions }: Machine, ports: readonly FunctionId[]): FunctionId | undefined {
  const isTaken = (port: FunctionId) =>
    functions.some(({ parent }) => parent !== 'unknown' && parent.id === port);
  return ports.find((port) => !isTaken(port));
}

/** A part that can be put somewhere, or a sentence on why not. */
export type AddOffer =
  | {
      readonly kind: 'can';
      /** Of the step: `add 2 Generic GPU below sw0`. */
      readonly title: string;
      /** `below sw0`, `as socket 1` */
      readonly words: string;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'cannot'; readonly why: string };

const NOWHERE =
  'Select a port, a switch or a host bridge, on the drawing or in the outline: the part goes below it.';

/** What adding so many of that part to what is selected would be. */
export function offerAdding(
  document: OpenDocument,
  part: CataloguePart,
  focus: PartId | null,
  count: number,
): AddOffer {
  const { machine } = document;
  const isHost = part.kind === 'host';
  const place = isHost ? null : addPlace(document, focus);
  if (!isHost && place === null) return { kind: 'cannot', why: NOWHERE };
  const socket = isHost ? socketOf(machine, focus) : null;
  const words = place?.words ?? socketWords(machine, socket);
  const change: Change =
    place === null
      ? { kind: 'add-host', part: part.id, socket, label: null }
      : {
          kind: part.kind === 'slot' ? 'add-slot' : 'add',
          part: part.id,
          to: place.to,
          label: null,
        };
  const refusal = canApply(machine, change);
  if (refusal !== null) {
    return { kind: 'cannot', why: [refusal.text, refusal.hint].filter(Boolean).join(' ') };
  }
  const many = count === 1 ? part.title : `${count} × ${part.title}`;
  return {
    kind: 'can',
    title: `add ${many} ${words}`,
    words,
    changes: Array.from({ length: count }, () => change),
  };
}

/** A platform goes into the socket that is selected. */
function socketOf({ sockets }: Machine, focus: PartId | null): SocketId | null {
  return sockets.find(({ id }) => id === focus)?.id ?? null;
}

function socketWords(machine: Machine, id: SocketId | null): string {
  const socket = machine.sockets.find((each) => each.id === id);
  return socket ? `to ${socketTitle(machine, socket)}` : `as socket ${machine.sockets.length}`;
}
