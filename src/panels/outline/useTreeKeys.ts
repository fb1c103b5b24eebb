import { type KeyboardEvent, useRef } from 'react';
import { nameOf } from '../../engine/explain/nameOf.ts';
import type { FunctionId } from '../../model/ids.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import type { MachineTree, TreeNode } from '../tree/machineTree.ts';
import { hostTitle, rootBusName, socketTitle, titleOf } from '../words/partNames.ts';
import type { OutlineRow } from './outlineRows.ts';
import { treeMove } from './treeKeys.ts';
import { typeAhead } from './typeAhead.ts';
import type { FoldingState } from './useFolding.ts';

interface Hands {
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly rows: readonly OutlineRow[];
  readonly active: number;
  readonly pageOf: () => number;
  readonly folding: FoldingState;
  readonly go: (index: number) => void;
  /** Selects everything from where the range began. */
  readonly selectTo: (index: number) => void;
  readonly onShow: (id: PartId) => void;
  readonly onToggle: (id: PartId) => void;
  readonly onRename: (id: PartId) => void;
}

/** Letters typed within this time belong together. */
const WORD_MS = 800;

/** What keys do while the tree has the focus. Keys that mean something here go no further. */
export function useTreeKeys(hands: Hands): (event: KeyboardEvent) => void {
  const { choose, aim, drop, putBack } = usePeerlane((state) => state.actions);
  const isCarrying = usePeerlane((state) => state.carry?.by === 'keys');
  const hasKeys = usePeerlane((state) => state.view.hasKeyShortcuts);
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY });

  const type = (letter: string, now: number): boolean => {
    const { document, tree, rows, active, go } = hands;
    const isFresh = now - typed.current.at > WORD_MS;
    const text = isFresh ? letter : typed.current.text + letter;
    typed.current = { text, at: now };
    const names = (index: number) => spokenStarts(document, tree.nodes.get(rowId(rows, index)));
    const index = typeAhead(rows.length, names, active, text);
    if (index >= 0) go(index);
    return true;
  };
  const isTyping = (now: number) => now - typed.current.at <= WORD_MS;

  const pressed = (event: KeyboardEvent): boolean => {
    const { document, rows, active, folding, go, selectTo } = hands;
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const row = rows[active];
    const now = event.timeStamp;
    const move = treeMove(rows, active, event.key, hands.pageOf());
    if (move) {
      if (move.kind === 'fold') folding.fold(move.id);
      else if (move.kind === 'unfold') folding.unfold(move.ids);
      else {
        go(move.to);
        if (isCarrying) aim(rowId(rows, move.to));
        else if (event.shiftKey) selectTo(move.to);
      }
      return true;
    }
    if (isCarrying && row && event.key === 'Enter') {
      aim(row.id);
      void drop(event.shiftKey);
      return true;
    }
    if (isCarrying && event.key === 'Escape') {
      putBack();
      return true;
    }
    if (event.key === 'F2' && row) {
      hands.onRename(row.id);
      return true;
    }
    if (event.key === 'Enter' && row) {
      hands.onShow(row.id);
      return true;
    }
    if (event.key === ' ' && row && !isTyping(now)) {
      hands.onToggle(row.id);
      return true;
    }
    const end = hasKeys && !isTyping(now) ? END_KEYS[event.key.toLowerCase()] : undefined;
    const fn = row && document.byId.get(row.id as FunctionId);
    if (end !== undefined && fn) {
      choose({ [end]: fn.id });
      return true;
    }
    return /^[\p{L}\p{N}:. ]$/u.test(event.key) && type(event.key, now);
  };
  return (event) => {
    if (!pressed(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const END_KEYS: Readonly<Record<string, 'provider' | 'client'>> = { p: 'provider', o: 'client' };

function rowId(rows: readonly OutlineRow[], index: number): PartId {
  return rows[index]?.id ?? ('' as PartId);
}

/** What may be typed for a line: its address, with or without the domain, or its name. */
function spokenStarts(document: OpenDocument, node: TreeNode | undefined): readonly string[] {
  switch (node?.kind) {
    case 'function': {
      const address = nameOf(node.fn);
      const short = address.slice(address.indexOf(':') + 1);
      return [address, short, titleOf(document, node.fn).toLowerCase()];
    }
    case 'host':
      return [hostTitle(node.host).toLowerCase(), rootBusName(node.host) ?? ''];
    case 'socket':
      return [socketTitle(document.machine, node.socket).toLowerCase()];
    default:
      return [];
  }
}
