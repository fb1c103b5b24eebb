import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent } from '../../model/pciFunction.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { hostTitle, titleOf } from '../words/partNames.ts';

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
  | { readonly kind: 'can'; readonly title: string; readonly change: Change }
  /** A platform is a further part of the text: these lines. */
  | { readonly kind: 'can-write'; readonly words: string; readonly lines: string }
  | { readonly kind: 'cannot'; readonly why: string };

const NOWHERE =
  'Select a port, a switch or a host bridge, on the drawing or in the outline: the part goes below it.';

/** What adding that part there would be. */
export function offerAdding(
  machine: Machine,
  part: CataloguePart,
  place: AddPlace | null,
): AddOffer {
  if (part.kind === 'host' && machine.origin === 'drawn') return platformLines(machine, part);
  if (part.kind === 'host' || part.kind === 'slot') {
    const what = part.kind === 'host' ? 'A platform' : 'A slot';
    return { kind: 'cannot', why: `${what} is a line of the text: copy it, and write it there.` };
  }
  if (place === null) return { kind: 'cannot', why: NOWHERE };
  const change: Change = { kind: 'add', part: part.id, to: place.to, label: null };
  const refusal = canApply(machine, change);
  if (refusal !== null) {
    return { kind: 'cannot', why: [refusal.text, refusal.hint].filter(Boolean).join(' ') };
  }
  return { kind: 'can', title: `add ${part.title} ${place.words}`, change };
}

/** A socket of that platform with a host bridge and a port to begin with. */
function platformLines({ sockets }: Machine, { id }: CataloguePart): AddOffer {
  const nodes = sockets.flatMap(({ numaNode }) => numaNode ?? []);
  const socket = nodes.length === 0 ? 0 : Math.max(...nodes) + 1;
  const model = id === 'host' ? '' : ` ${id}`;
  const lines = `socket ${socket}\n  host${model}\n    port\n`;
  return { kind: 'can-write', words: `as socket ${socket}`, lines };
}
