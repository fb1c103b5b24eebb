import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Scatterlist, ScatterlistEntry } from '../../../model/workload.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { EntryFields } from './EntryFields.tsx';
import { EntryRow } from './EntryRow.tsx';
import styles from './EntryTable.module.css';
import { chosenBy, type Selection } from './entryMoves.ts';
import { useLitEntries } from './useLitEntries.ts';

interface Props {
  readonly document: OpenDocument;
  readonly list: Scatterlist;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onChange: (at: number, entry: ScatterlistEntry) => void;
  readonly acts: Readonly<Record<'up' | 'down' | 'duplicate' | 'remove', () => void>>;
}

const PITCH = matchMedia('(pointer: coarse)').matches ? 44 : 24;

/**
 * The entries in order. One stop of the Tab key: arrows go from entry to entry, with Shift they choose
 * a range, Space chooses one more; Enter edits, Alt with arrows moves, Delete removes. Only the rows in
 * sight are drawn.
 */
export function EntryTable({ document, list, selection, onSelect, onChange, acts }: Props) {
  const { entries } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<number | null>(null);
  const lookAtMapping = usePeerlane((state) => state.actions.lookAtMapping);
  const lit = useLitEntries(document, list);
  const stop = selection.at;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const wanted = [stop, editing ?? stop].filter((at) => at < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...wanted])].sort((a, b) => a - b);
    },
    [stop, editing],
  );
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => PITCH,
    rangeExtractor,
    paddingStart: PITCH,
    scrollPaddingStart: PITCH,
    overscan: 6,
  });
  /** Whether the row that keys act from is to have the focus once it is drawn. */
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const row = scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${stop + 2}"]`);
    row?.focus({ preventScroll: true });
  });
  const goTo = (at: number, how: Parameters<typeof chosenBy>[2]) => {
    const next = Math.min(Math.max(at, 0), entries.length - 1);
    if (next < 0) return;
    wanted.current = true;
    onSelect(chosenBy(selection, next, how));
    virtual.scrollToIndex(next);
  };
  const act = (name: keyof Props['acts']) => {
    wanted.current = true;
    acts[name]();
  };
  const endEditing = () => {
    wanted.current = true;
    setEditing(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event;
    const isMod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? 0) / PITCH) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + page,
      PageUp: stop - page,
      Home: 0,
      End: entries.length - 1,
    };
    const to = steps[key];
    const isArrow = key === 'ArrowUp' || key === 'ArrowDown';
    if (altKey && isArrow) act(key === 'ArrowUp' ? 'up' : 'down');
    else if (isMod && key === 'a') {
      const all = new Set(entries.map((_, at) => at));
      onSelect({ chosen: all, at: stop, anchor: 0 });
    } else if (isMod && key === 'd') act('duplicate');
    else if (isMod || altKey) return;
    else if (to !== undefined) goTo(to, shiftKey ? 'range' : 'alone');
    else if (key === ' ') goTo(stop, 'toggle');
    else if ((key === 'Enter' || key === 'F2') && entries.length > 0) setEditing(stop);
    else if (key === 'Delete' || key === 'Backspace') act('remove');
    else if (key === 'Escape' && selection.chosen.size > 0) {
      onSelect({ ...selection, chosen: new Set() });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (entries.length === 0) {
    return (
      <p className={styles.empty}>
        Nothing in it yet: add host memory, memory of a device, or take a ready-made list.
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows out of sight
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label="Entries"
      aria-multiselectable="true"
      aria-rowcount={entries.length + 1}
      className={styles.table}
      onKeyDown={editing === null ? onKeyDown : undefined}
      onPointerLeave={() => lookAtMapping({ entry: null })}
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: a heading is no stop */}
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows out of sight */}
        <div role="row" aria-rowindex={1} className={styles.headings}>
          {['#', 'Memory', 'Address', 'Length', 'What it is'].map((title) => (
            // biome-ignore lint/a11y/useFocusableInteractive: see the row
            // biome-ignore lint/a11y/useSemanticElements: see the row
            <div key={title} role="columnheader">
              {title}
            </div>
          ))}
        </div>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (!entry) return null;
          const shared = { document, entry, index, top: start };
          if (index === editing) {
            return (
              <EntryFields
                key={index}
                {...shared}
                onKeep={(next) => onChange(index, next)}
                onEnd={endEditing}
              />
            );
          }
          return (
            <EntryRow
              key={index}
              {...shared}
              known={lit.report?.entries[index] ?? null}
              isStop={index === stop}
              isChosen={selection.chosen.has(index)}
              isLit={lit.has(index)}
              onPoint={() => lookAtMapping({ entry: index })}
              onChoose={(how) => goTo(index, how)}
              onEdit={() => setEditing(index)}
            />
          );
        })}
      </div>
    </div>
  );
}
