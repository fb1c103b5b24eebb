import { hasLinkBelow } from '../../model/linkAbove.ts';
import type { PartId } from '../../store/state.ts';
import type { MachineTree, TreeNode } from '../tree/machineTree.ts';

/** A line of the outline, with what `role="treeitem"` wants to know. */
export interface OutlineRow {
  readonly id: PartId;
  /** From 1. */
  readonly level: number;
  /** From 1. */
  readonly posInSet: number;
  readonly setSize: number;
  readonly parent: PartId | null;
  /** `null`: there is nothing to unfold. */
  readonly isExpanded: boolean | null;
  /** With a filter: it is one of those found, and not only above one. */
  readonly isMatch: boolean;
}

export interface Folding {
  readonly isExpanded: (id: PartId) => boolean;
  /** Only these, and whatever they are folded away in; `null`: everything. */
  readonly found: ReadonlySet<PartId> | null;
}

/** The lines that are to be seen, from top to bottom. */
export function outlineRows(tree: MachineTree, { isExpanded, found }: Folding): OutlineRow[] {
  const shown = found && withAncestors(tree, found);
  const rows: OutlineRow[] = [];
  const seen = new Set<PartId>();
  const add = (ids: readonly PartId[], level: number, parent: PartId | null) => {
    const visible = shown ? ids.filter((id) => shown.has(id)) : ids;
    visible.forEach((id, index) => {
      const node = tree.nodes.get(id);
      if (!node || seen.has(id)) return;
      seen.add(id);
      const hasChildren = node.children.some((child) => !shown || shown.has(child));
      // What was found below is shown, folded away or not.
      const isOpen = hasChildren && (shown !== null || isExpanded(id));
      rows.push({
        id,
        level,
        posInSet: index + 1,
        setSize: visible.length,
        parent,
        isExpanded: hasChildren ? isOpen : null,
        isMatch: found?.has(id) ?? false,
      });
      if (isOpen) add(node.children, level + 1, id);
    });
  };
  add(tree.roots, 1, null);
  return rows;
}

function withAncestors(tree: MachineTree, found: ReadonlySet<PartId>): ReadonlySet<PartId> {
  const shown = new Set<PartId>();
  for (const id of found) {
    for (let at: PartId | null = id; at !== null && !shown.has(at); ) {
      shown.add(at);
      at = tree.nodes.get(at)?.parent ?? null;
    }
  }
  return shown;
}

/**
 * Parts that are folded at first: physical functions (a line each for 64 virtual functions would
 * hide the machine) and, where other root buses have ports, those that have none: the registers of
 * a CPU.
 */
export function foldedAtFirst(tree: MachineTree): ReadonlySet<PartId> {
  const folded = new Set<PartId>();
  const hosts: TreeNode[] = [];
  for (const node of tree.nodes.values()) {
    if (node.children.length === 0) continue;
    if (node.kind === 'host') hosts.push(node);
    else if (node.kind === 'function' && isVirtual(tree, node.children[0])) folded.add(node.id);
  }
  const withPorts = hosts.filter(({ children }) => children.some((id) => isPort(tree, id)));
  if (withPorts.length === 0) return folded;
  for (const host of hosts) {
    if (!withPorts.includes(host)) folded.add(host.id);
  }
  return folded;
}

function isVirtual(tree: MachineTree, id: PartId | undefined): boolean {
  const node = id === undefined ? undefined : tree.nodes.get(id);
  return node?.kind === 'function' && node.fn.physfn !== null;
}

function isPort(tree: MachineTree, id: PartId): boolean {
  const node = tree.nodes.get(id);
  return node?.kind === 'function' && (hasLinkBelow(node.fn) || node.children.length > 0);
}
