import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PairTable } from '../../engine/analyze.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { ChosenPair } from '../../store/state.ts';
import { afterKey, type Spot } from './afterKey.ts';
import type { Axis } from './arrangeAxis.ts';
import { ClientHeaders } from './ClientHeaders.tsx';
import type { Listed } from './listFunctions.ts';
import cellStyles from './MatrixCell.module.css';
import styles from './MatrixGrid.module.css';
import { MatrixRow, PITCH } from './MatrixRow.tsx';
import { placesOf, spotOf } from './placesOf.ts';
import { useAxisWindow } from './useAxisWindow.ts';
import { type HeadSizes, useHeadSizes } from './useHeadSizes.ts';

export interface ListedPair {
  readonly provider: Listed;
  readonly client: Listed;
}

interface Props {
  readonly table: PairTable;
  readonly providers: Axis;
  readonly clients: Axis;
  readonly chosen: ChosenPair;
  readonly only: VerdictKind | null;
  readonly isStale: boolean;
  readonly onChoose: (pair: ListedPair) => void;
  /** A cell is pointed at or has the focus; `null`: none any more. */
  readonly onPoint: (pair: ListedPair | null) => void;
}

/**
 * All verdicts, one provider a row, one client a column; only what is in sight is drawn. It is one
 * stop of the Tab key; arrows move from cell to cell, Enter or a click chooses one.
 */
export function MatrixGrid(props: Props) {
  const { table, providers, clients, chosen, only, isStale, onChoose, onPoint } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useHeadSizes(scroller, providers, clients);
  const rowOf = useMemo(() => placesOf(providers.items), [providers]);
  const columnOf = useMemo(() => placesOf(clients.items), [clients]);

  // The cell that Tab leads to, by its functions: it stays when rows are sorted anew.
  const [active, setActive] = useState<ChosenPair>(chosen);
  const stop = atLeastFirst(spotOf(active, rowOf, columnOf));
  const marked = spotOf(chosen, rowOf, columnOf);
  const [pointed, setPointed] = useState<Spot | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const lit = pointed ?? (hasFocus ? stop : null);

  const rows = useAxisWindow(scroller, providers, stop.row, head.height, false);
  const columns = useAxisWindow(scroller, clients, stop.column, head.width, true);

  const pairAt = ({ row, column }: Spot): ListedPair | null => {
    const [provider, client] = [providers.items[row], clients.items[column]];
    return provider && client ? { provider, client } : null;
  };
  const point = (spot: Spot | null) => {
    setPointed(spot);
    onPoint(spot ? pairAt(spot) : hasFocus ? pairAt(stop) : null);
  };
  const reveal = ({ row, column }: Spot) => {
    if (row >= 0) rows.scrollToIndex(row);
    if (column >= 0) columns.scrollToIndex(column);
  };

  /** The cell to focus once it is drawn. */
  const wanted = useRef<Spot | null>(null);
  const goTo = (spot: Spot) => {
    const pair = pairAt(spot);
    if (!pair) return;
    wanted.current = spot;
    setActive({ provider: pair.provider.id, client: pair.client.id });
    setPointed(null);
    onPoint(pair);
    reveal(spot);
  };
  useLayoutEffect(() => {
    const spot = wanted.current;
    if (!spot) return;
    wanted.current = null;
    cellAt(scroller.current, spot)?.focus({ preventScroll: true });
  });

  // A pair chosen elsewhere: the matrix follows, and leaves the focus where it is.
  const chosenKey = `${chosen.provider} ${chosen.client}`;
  const revealChosen = useRef(() => {});
  revealChosen.current = () => {
    if (marked.row < 0 || marked.column < 0) return;
    setActive(chosen);
    reveal(marked);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another pair is chosen
  useEffect(() => revealChosen.current(), [chosenKey]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const choosing = event.key === 'Enter' || event.key === ' ';
    if (choosing && spotUnder(event.target)) {
      event.preventDefault();
      const pair = pairAt(stop);
      if (pair) onChoose(pair);
      return;
    }
    const page = Math.max(1, Math.floor((rows.scrollRect?.height ?? 0) / PITCH) - 4);
    const size = { rows: providers.items.length, columns: clients.items.length, page };
    const spot = afterKey(event.key, event.ctrlKey || event.metaKey, stop, size);
    if (!spot) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(spot);
  };
  const onClick = (event: MouseEvent) => {
    const spot = spotUnder(event.target);
    const pair = spot && pairAt(spot);
    if (!pair) return;
    goTo(spot);
    onChoose(pair);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const spot = spotUnder(event.target);
    if (spot?.row !== pointed?.row || spot?.column !== pointed?.column) point(spot);
  };

  const drawnColumns = columns.getVirtualItems();
  const column = lit ? clients.items[lit.column] : undefined;
  const litItem = lit ? columns.measurementsCache[lit.column] : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the cells out of sight
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label="Verdicts: providers in rows, clients in columns"
      aria-rowcount={providers.items.length + 1}
      aria-colcount={clients.items.length + 1}
      aria-busy={isStale}
      className={`${styles.grid} ${cellStyles.pictures}`}
      data-stale={isStale || undefined}
      data-only={only ?? undefined}
      data-one-domain={head.isOneDomain || undefined}
      style={headStyle(head)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerMove={onPointerMove}
      onPointerLeave={() => point(null)}
      onFocus={() => {
        setHasFocus(true);
        if (!wanted.current) onPoint(pairAt(stop));
      }}
      onBlur={() => {
        setHasFocus(false);
        onPoint(null);
      }}
    >
      <div
        className={styles.sheet}
        style={{ width: columns.getTotalSize() + 8, height: rows.getTotalSize() + 8 }}
      >
        <ClientHeaders
          clients={clients}
          columns={drawnColumns}
          begin={head.width}
          litColumn={lit?.column ?? -1}
        />
        {column && litItem && (
          <div className={styles.litColumn} style={{ left: litItem.end - PITCH }} />
        )}
        {drawnColumns.map(
          ({ index, start }) =>
            clients.gaps.has(index) && (
              <div key={index} className={styles.gap} style={{ left: start + 4 }} />
            ),
        )}
        {rows.getVirtualItems().map(({ index, end }) => {
          const provider = providers.items[index];
          if (!provider) return null;
          return (
            <MatrixRow
              key={provider.id}
              table={table}
              provider={provider}
              index={index}
              top={end - PITCH}
              clients={clients}
              columns={drawnColumns}
              tabStop={index === stop.row ? stop.column : -1}
              chosenColumn={index === marked.row ? marked.column : -1}
              isLit={index === lit?.row}
              isAfterGap={providers.gaps.has(index)}
            />
          );
        })}
      </div>
    </div>
  );
}

function headStyle({ width, height }: HeadSizes): CSSProperties {
  return { '--row-head': `${width}px`, '--column-head': `${height}px` } as CSSProperties;
}

function atLeastFirst({ row, column }: Spot): Spot {
  return { row: Math.max(row, 0), column: Math.max(column, 0) };
}

/** The cell that an event is about. */
function spotUnder(target: EventTarget): Spot | null {
  if (!(target instanceof HTMLElement)) return null;
  const cell = target.closest<HTMLElement>('[role="gridcell"]');
  const row = cell?.closest<HTMLElement>('[role="row"]');
  if (!cell || !row) return null;
  return { row: Number(row.ariaRowIndex) - 2, column: Number(cell.ariaColIndex) - 2 };
}

function cellAt(grid: HTMLElement | null, { row, column }: Spot): HTMLElement | null {
  const place = `[aria-rowindex="${row + 2}"] > [role="gridcell"][aria-colindex="${column + 2}"]`;
  return grid?.querySelector<HTMLElement>(place) ?? null;
}
