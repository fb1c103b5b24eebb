import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { carryByHand } from '../../parts/carryByHand.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import type { MachineTree } from '../tree/machineTree.ts';
import { carriedFrom } from './carriedFrom.ts';
import { OutlineLine } from './OutlineLine.tsx';
import styles from './OutlineTree.module.css';
import type { OutlineRow } from './outlineRows.ts';
import { partMarks } from './partMarks.ts';
import { rowDrop } from './rowDrop.ts';
import type { FoldingState } from './useFolding.ts';
import { useRowAim } from './useRowAim.ts';
import { useTreeKeys } from './useTreeKeys.ts';

interface Props {
  readonly id: string;
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly rows: readonly OutlineRow[];
  readonly folding: FoldingState;
  /** Selects and brings the part into sight on the sheet. */
  readonly onShow: (id: PartId, how?: 'replace' | 'toggle') => void;
}

/** Px; a first guess, each line is measured. */
const LINE_HEIGHT = 26;

/**
 * The lines themselves. The tree has the focus and names its active line, so that lines may come
 * and go as it scrolls. The active line is the store's focus, moved on by keys without selecting.
 */
export function OutlineTree({ id, document, tree, rows, folding, onShow }: Props) {
  const selection = usePeerlane((state) => state.selection);
  const focus = usePeerlane((state) => state.focus);
  const carry = usePeerlane((state) => state.carry);
  const { select, edit } = usePeerlane((state) => state.actions);
  const { placements, notes } = document.machine;
  const marks = useMemo(() => partMarks({ placements, notes }), [placements, notes]);
  const legal = useMemo(() => new Set(carry?.targets?.legal), [carry?.targets]);
  const [renaming, setRenaming] = useState<PartId | null>(null);
  const [active, setActive] = useState<PartId | null>(focus);
  const [followed, setFollowed] = useState(focus);
  if (followed !== focus) {
    setFollowed(focus);
    if (focus !== null) setActive(focus);
  }
  const found = rows.findIndex((row) => row.id === active);
  const activeIndex = found < 0 ? -1 : found;

  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // The active line is named by the tree, so it has to be there.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (activeIndex < 0 || shown.includes(activeIndex)) return shown;
      return [...shown, activeIndex].sort((a, b) => a - b);
    },
  });
  const reveal = useCallback(
    (index: number) => virtual.scrollToIndex(index, { align: 'auto' }),
    [virtual],
  );
  // A part that was selected elsewhere comes in sight, unfolded by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the focus moves
  useEffect(() => {
    const index = rows.findIndex((row) => row.id === focus);
    if (index >= 0) reveal(index);
  }, [focus]);

  const partAt = useRef<(index: number) => PartId | null>(() => null);
  useEffect(() => {
    partAt.current = (index) => rows[index]?.id ?? null;
  }, [rows]);
  const aimedAt = useCallback((index: number) => partAt.current(index), []);
  useRowAim(scroller, aimedAt);
  useEffect(() => {
    const list = scroller.current;
    if (list === null) return;
    return carryByHand(list, (element) => {
      // What folds and what is being written is not taken hold of.
      if (element.closest('[data-folds], input')) return null;
      const line = element.closest<HTMLElement>('[role="treeitem"]');
      const part = line ? aimedAt(Number(line.dataset.index)) : null;
      const state = peerlane.getState();
      if (part === null || state.document === null) return null;
      return carriedFrom(state.document, state.selection, part);
    });
  }, [aimedAt]);

  /** Where a range selected with Shift begins. */
  const anchor = useRef<PartId | null>(null);
  const go = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.id);
    reveal(index);
  };
  const selectTo = (index: number) => {
    const from = rows.findIndex((row) => row.id === anchor.current);
    const begin = from < 0 ? index : from;
    const range = rows.slice(Math.min(begin, index), Math.max(begin, index) + 1);
    const ids = range.map((row) => row.id);
    // The store's focus is the last one: the line that was gone to.
    if (index < begin) ids.reverse();
    select(ids);
    if (from < 0) anchor.current = rows[index]?.id ?? null;
  };
  const point = (
    index: number,
    event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
  ) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.id);
    if (event.shiftKey) {
      selectTo(index);
      return;
    }
    anchor.current = row.id;
    onShow(row.id, event.ctrlKey || event.metaKey ? 'toggle' : 'replace');
  };
  const onKeyDown = useTreeKeys({
    document,
    tree,
    rows,
    active: activeIndex,
    pageOf: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / LINE_HEIGHT) - 1),
    folding,
    go,
    selectTo,
    onShow: (part) => {
      anchor.current = part;
      onShow(part);
    },
    onToggle: (part) => {
      anchor.current = part;
      select([part], 'toggle');
    },
    onRename: setRenaming,
  });
  const renamed = (about: PartId, name: string | null, isByKey: boolean) => {
    setRenaming(null);
    if (name !== null) edit({ kind: 'label', about, label: name === '' ? null : name });
    if (isByKey) scroller.current?.focus();
  };

  const lineId = (part: PartId) => `${id}-${part}`;
  const activeRow = rows[activeIndex];
  return (
    <div
      ref={scroller}
      id={id}
      className={styles.tree}
      role="tree"
      aria-label="Outline"
      aria-multiselectable="true"
      aria-activedescendant={activeRow ? lineId(activeRow.id) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (activeIndex < 0) setActive(rows[0]?.id ?? null);
      }}
    >
      <div className={styles.lines} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          const node = row && tree.nodes.get(row.id);
          if (!row || !node) return null;
          return (
            <OutlineLine
              key={row.id}
              ref={virtual.measureElement}
              id={lineId(row.id)}
              index={index}
              top={start}
              row={row}
              node={node}
              document={document}
              tree={tree}
              isActive={index === activeIndex}
              isSelected={selection.has(row.id)}
              onPoint={point}
              folding={folding}
              marks={marks.get(row.id)}
              drop={carry && rowDrop(carry, legal, row.id)}
              isRenaming={renaming === row.id}
              onRenamed={(name, isByKey) => renamed(row.id, name, isByKey)}
            />
          );
        })}
      </div>
    </div>
  );
}
