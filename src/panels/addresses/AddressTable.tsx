import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { AddressLine } from './AddressLine.tsx';
import styles from './AddressTable.module.css';
import type { AddressRow } from './addressRows.ts';
import { rowAfterKey } from './tableKeys.ts';

interface Props {
  readonly document: OpenDocument;
  readonly rows: readonly AddressRow[];
  readonly hasOffsets: boolean;
  readonly lit: string | null;
  readonly onPoint: (key: string | null) => void;
  readonly onChoose: (part: PartId) => void;
}

const PITCH = 22;
const HEAD = 24;

/**
 * The map in words. One stop of the Tab key: arrows go from range to range and out to the window that
 * holds one, Enter goes to the owner on the sheet. Only the rows in sight are drawn.
 */
export function AddressTable({ document, rows, hasOffsets, lit, onPoint, onChoose }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const selection = usePeerlane((state) => state.selection);
  const focus = usePeerlane((state) => state.focus);
  const [active, setActive] = useState<string | null>(null);
  const places = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows]);
  const stop = (active !== null && places.get(active)) || 0;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (stop >= range.count || drawn.includes(stop)) return drawn;
      return [...drawn, stop].sort((a, b) => a - b);
    },
    [stop],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => PITCH,
    getItemKey: (index) => rows[index]?.key ?? index,
    rangeExtractor,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 6,
  });

  /** The row to focus once it is drawn. */
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(
      `[aria-rowindex="${wanted.current + 2}"]`,
    );
    wanted.current = null;
    row?.focus({ preventScroll: true });
  });
  const goTo = (at: number) => {
    const row = rows[at];
    if (!row) return;
    wanted.current = at;
    setActive(row.key);
    onPoint(row.key);
    virtual.scrollToIndex(at);
  };

  // Selected elsewhere: the table follows, and leaves the focus where it is.
  const reveal = useRef(() => {});
  reveal.current = () => {
    if (focus === null || scroller.current?.contains(window.document.activeElement)) return;
    const at = rows.findIndex(({ part }) => part === focus);
    const row = rows[at];
    if (!row) return;
    setActive(row.key);
    virtual.scrollToIndex(at, { align: 'center' });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another part has the focus
  useEffect(() => reveal.current(), [focus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[stop];
    if ((event.key === 'Enter' || event.key === ' ') && row) {
      event.preventDefault();
      event.stopPropagation();
      onChoose(row.part);
      return;
    }
    const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? 0) / PITCH) - 2);
    const next = rowAfterKey(event.key, stop, rows, page);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(next);
  };
  const onPointerMove = (event: PointerEvent) => {
    const key = keyUnder(event.target);
    if (event.pointerType !== 'touch' && key !== lit) onPoint(key);
  };
  const onClick = (target: EventTarget) => {
    const at = places.get(keyUnder(target) ?? '');
    const row = at === undefined ? undefined : rows[at];
    if (at === undefined || !row) return;
    goTo(at);
    onChoose(row.part);
  };
  return (
    <div
      ref={scroller}
      role="treegrid"
      tabIndex={-1}
      aria-label="Address ranges"
      aria-rowcount={rows.length + 1}
      className={styles.table}
      data-offsets={hasOffsets || undefined}
      onKeyDown={onKeyDown}
      onClick={({ target }) => onClick(target)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(rows[stop]?.key ?? null)}
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: a heading is no stop */}
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows out of sight */}
        <div role="row" aria-rowindex={1} className={styles.headings}>
          <Heading>Range</Heading>
          {hasOffsets && <Heading isWide>On the bus</Heading>}
          <Heading>Size</Heading>
          <Heading isWide isFree>
            Free
          </Heading>
          <Heading>Kind</Heading>
          <Heading>Owner</Heading>
        </div>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <AddressLine
                key={row.key}
                document={document}
                row={row}
                index={index}
                top={start}
                hasOffsets={hasOffsets}
                isStop={index === stop}
                isLit={row.key === lit}
                isSelected={selection.has(row.part)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function Heading({
  children,
  isWide = false,
  isFree = false,
}: {
  readonly children: string;
  /** Left out where room is short; the column of free space before the others. */
  readonly isWide?: boolean;
  readonly isFree?: boolean;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: a heading is no stop
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <div role="columnheader" data-wide={isWide || undefined} data-free={isFree || undefined}>
      {children}
    </div>
  );
}

function keyUnder(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null)
    : null;
}
