import { UNKNOWN } from '../../../base/unknown.ts';
import { deviceKind } from '../../../model/deviceKind.ts';
import type { FunctionId, SocketId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { FlowEnd } from '../../../model/workload.ts';
import { partNamed } from '../../../store/partNamed.ts';
import type { PartId } from '../../../store/state.ts';

/** What a flow could begin or end at: a part of the machine, or why it is none. */
export type FoundEnd =
  | { readonly kind: 'end'; readonly part: PartId; readonly end: FlowEnd; readonly words: string }
  | { readonly kind: 'none'; readonly part: PartId; readonly why: string };

type Shown = {
  readonly machine: Machine;
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
};

const PASSING: ReadonlySet<string> = new Set([
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

/** Devices and the host's memory are ends of flows; what only passes packets on is none. */
export function foundEnd(document: Shown, part: PartId): FoundEnd {
  const { machine, byId } = document;
  const fn = byId.get(part as FunctionId);
  if (fn) return ofFunction(machine, fn);
  const socket = socketOf(machine, part);
  if (socket === undefined) {
    return { kind: 'none', part, why: 'Nothing is plugged in here.' };
  }
  const end = { kind: 'memory', socket } as const;
  return { kind: 'end', part, end, words: endWords(machine, end) };
}

function ofFunction(machine: Machine, fn: PciFunction): FoundEnd {
  const name = partNamed(machine, fn.id);
  const isPort = fn.type !== UNKNOWN && PASSING.has(fn.type);
  if (isPort || deviceKind(fn) === 'bridge') {
    const why = `${name} only passes data on: a flow begins and ends at devices or in memory.`;
    return { kind: 'none', part: fn.id, why };
  }
  return { kind: 'end', part: fn.id, end: { kind: 'function', id: fn.id }, words: name };
}

/** The socket whose memory a frame stands for; `null`: that of the host, `undefined`: it is no frame. */
function socketOf({ sockets, hostBridges }: Machine, part: PartId): SocketId | null | undefined {
  const own = sockets.find(({ id }) => id === part);
  if (own) return own.id;
  const host = hostBridges.find(({ id }) => id === part);
  if (!host) return undefined;
  return host.socket === UNKNOWN ? null : host.socket;
}

/** `gpu0`, `memory of socket 1`, as it stands in a sentence. */
export function endWords(machine: Machine, end: FlowEnd): string {
  switch (end.kind) {
    case 'function':
      return partNamed(machine, end.id);
    case 'scatterlist':
      return machine.workload.scatterlists.find(({ id }) => id === end.id)?.label ?? end.id;
    case 'memory': {
      const at = machine.sockets.findIndex(({ id }) => id === end.socket);
      if (end.socket === null || machine.sockets.length < 2) return 'the host’s memory';
      return `memory of ${machine.sockets[at]?.label ?? `socket ${at}`}`;
    }
  }
}

/** Where an end is drawn; `null`: it is no part, or nowhere in particular. */
export function partOfEnd(end: FlowEnd): PartId | null {
  switch (end.kind) {
    case 'function':
      return end.id;
    case 'memory':
      return end.socket;
    case 'scatterlist':
      return null;
  }
}
