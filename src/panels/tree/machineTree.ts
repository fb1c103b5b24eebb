import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { PartId } from '../../store/state.ts';

/** A part of the machine with its place among the others. */
export type TreeNode = {
  readonly parent: PartId | null;
  readonly children: readonly PartId[];
} & (
  | { readonly kind: 'socket'; readonly id: Socket['id']; readonly socket: Socket }
  | { readonly kind: 'host'; readonly id: HostBridge['id']; readonly host: HostBridge }
  | { readonly kind: 'function'; readonly id: FunctionId; readonly fn: PciFunction }
);

/** A machine as the outline shows it. */
export interface MachineTree {
  readonly nodes: ReadonlyMap<PartId, TreeNode>;
  /** Sockets, host bridges of no known socket, functions above which nothing is shown. */
  readonly roots: readonly PartId[];
}

type Grown = Pick<Machine, 'functions' | 'hostBridges' | 'sockets'>;

const made = new WeakMap<Machine['functions'], Grown & { readonly tree: MachineTree }>();

/**
 * Sockets, host bridges, functions; made once, and kept through edits of everything else. A virtual
 * function stands below its physical one here, though on the bus it stands beside it: sixty-four of
 * them fold into one line.
 */
export function machineTree({ functions, hostBridges, sockets }: Grown): MachineTree {
  const last = made.get(functions);
  if (last && last.hostBridges === hostBridges && last.sockets === sockets) return last.tree;
  const tree = grow({ functions, hostBridges, sockets });
  made.set(functions, { functions, hostBridges, sockets, tree });
  return tree;
}

function grow(machine: Grown): MachineTree {
  const known = new Set<PartId>([
    ...machine.sockets.map(({ id }) => id),
    ...machine.hostBridges.map(({ id }) => id),
    ...machine.functions.map(({ id }) => id),
  ]);
  const children = new Map<PartId, PartId[]>();
  const roots: PartId[] = [];
  const parents = new Map<PartId, PartId>();
  const place = (id: PartId, above: PartId | null) => {
    if (above === null || above === id || !known.has(above)) {
      roots.push(id);
      return;
    }
    parents.set(id, above);
    const list = children.get(above);
    if (list) list.push(id);
    else children.set(above, [id]);
  };
  for (const { id } of machine.sockets) place(id, null);
  for (const host of [...machine.hostBridges].sort(byBus)) {
    place(host.id, host.socket === UNKNOWN ? null : host.socket);
  }
  for (const fn of machine.functions) place(fn.id, above(fn));

  const nodes = new Map<PartId, TreeNode>();
  const about = (id: PartId) => ({
    parent: parents.get(id) ?? null,
    children: children.get(id) ?? [],
  });
  for (const socket of machine.sockets) {
    nodes.set(socket.id, { kind: 'socket', id: socket.id, socket, ...about(socket.id) });
  }
  for (const host of machine.hostBridges) {
    nodes.set(host.id, { kind: 'host', id: host.id, host, ...about(host.id) });
  }
  for (const fn of machine.functions) {
    nodes.set(fn.id, { kind: 'function', id: fn.id, fn, ...about(fn.id) });
  }
  return { nodes, roots };
}

function above(fn: PciFunction): PartId | null {
  if (fn.physfn !== null) return fn.physfn;
  return fn.parent === UNKNOWN ? null : fn.parent.id;
}

function byBus(a: HostBridge, b: HostBridge): number {
  return a.domain - b.domain || (a.rootBus ?? 0x100) - (b.rootBus ?? 0x100);
}
