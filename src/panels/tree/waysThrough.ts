import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { PartId } from '../../store/state.ts';
import type { MachineTree } from './machineTree.ts';

/**
 * The bridges above a function, nearest first. As on the bus, a virtual function has those of its
 * physical function, which is itself not above it.
 */
export function bridgesAbove(tree: MachineTree, id: FunctionId): readonly PciFunction[] {
  const start = functionOf(tree, id);
  const physical = start?.physfn ? functionOf(tree, start.physfn) : null;
  const way: PciFunction[] = [];
  const seen = new Set<FunctionId>();
  for (let at = bridgeAbove(tree, physical ?? start); at && !seen.has(at.id); ) {
    seen.add(at.id);
    way.push(at);
    at = bridgeAbove(tree, at);
  }
  return way;
}

/** Sockets and host bridges at the end of a part's way up, nearest first. */
export function hostsAbove(tree: MachineTree, id: PartId): readonly PartId[] {
  return ancestors(tree, id).filter((each) => tree.nodes.get(each)?.kind !== 'function');
}

/** Everything that a part is folded away in, nearest first. */
export function ancestors(tree: MachineTree, id: PartId): readonly PartId[] {
  const found: PartId[] = [];
  const seen = new Set<PartId>([id]);
  let at = tree.nodes.get(id)?.parent ?? null;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    found.push(at);
    at = tree.nodes.get(at)?.parent ?? null;
  }
  return found;
}

/** These functions and the bridges above them, up to their root ports; in order, each once. */
export function wholeWayUp(tree: MachineTree, ids: Iterable<PartId>): readonly FunctionId[] {
  const found = new Set<FunctionId>();
  for (const id of ids) {
    const node = tree.nodes.get(id);
    if (node?.kind !== 'function') continue;
    found.add(node.id);
    for (const bridge of bridgesAbove(tree, node.id)) found.add(bridge.id);
  }
  return [...found];
}

/** All functions below these parts, and the functions among them; in order, each once. */
export function everythingBelow(tree: MachineTree, ids: Iterable<PartId>): readonly FunctionId[] {
  const found = new Set<FunctionId>();
  const seen = new Set<PartId>();
  const ahead = [...ids].reverse();
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = tree.nodes.get(id);
    if (!node) continue;
    if (node.kind === 'function') found.add(node.id);
    ahead.push(...[...node.children].reverse());
  }
  return [...found];
}

/** The functions directly below one: on its secondary bus, or its virtual functions. */
export function functionsBelow(tree: MachineTree, id: PartId): readonly PciFunction[] {
  return (tree.nodes.get(id)?.children ?? []).flatMap((child) => {
    const fn = functionOf(tree, child);
    return fn ? [fn] : [];
  });
}

export function functionOf(tree: MachineTree, id: PartId): PciFunction | null {
  const node = tree.nodes.get(id);
  return node?.kind === 'function' ? node.fn : null;
}

function bridgeAbove(tree: MachineTree, fn: PciFunction | null): PciFunction | null {
  if (!fn || fn.parent === UNKNOWN || fn.parent.kind === 'host') return null;
  return functionOf(tree, fn.parent.id);
}
