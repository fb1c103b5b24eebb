import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FlowId } from '../../../model/ids.ts';
import type { FlowInSight } from '../../../store/flowInSight.ts';
import { isThroughputStale } from '../../../store/flowsView.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import styles from './FlowList.module.css';
import { FlowRow } from './FlowRow.tsx';
import { flowRows } from './flowRows.ts';
import { rowAfter } from './rowAfter.ts';

interface Props {
  readonly document: OpenDocument;
  readonly seen: FlowInSight | null;
  readonly onLook: (flow: FlowId) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const NONE: ReadonlySet<FlowId> = new Set();

/**
 * Flows and groups, one stop for the Tab key: arrows choose, right and left fold out and in, Enter edits,
 * Delete removes.
 */
export function FlowList({ document, seen, onLook, onEdit, onRemove }: Props) {
  const tree = useRef<HTMLDivElement>(null);
  const report = usePeerlane((state) => state.throughput?.report ?? null);
  const isStale = usePeerlane(isThroughputStale);
  const [open, setOpen] = useState<ReadonlySet<FlowId>>(NONE);
  const rows = flowRows(document.machine, report, opened(open, seen));
  const at = rows.findIndex(({ id }) => id === seen?.id);
  const { id: seenId = null } = seen ?? {};
  useEffect(() => {
    if (seenId === null) return;
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [seenId]);
  const fold = (id: FlowId, isOpen: boolean) => {
    // A group stays open while one of its members is looked at.
    if (!isOpen && seen?.kind === 'member' && seen.group.id === id) onLook(id);
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
    if (isOpen) requestAnimationFrame(() => showMembers(tree.current));
  };
  const look = (to: number) => {
    const row = rows[to];
    if (!row) return;
    onLook(row.id);
    requestAnimationFrame(() =>
      tree.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    const to = rowAfter(rows, at, event.key);
    if (to !== null) look(to);
    else if (event.key === 'ArrowRight' && row?.isOpen === false) fold(row.id, true);
    else if (event.key === 'ArrowLeft' && row?.isOpen) fold(row.id, false);
    else if (event.key === 'Enter' || event.key === 'F2') onEdit();
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={tree}
      id="flows-list"
      role="tree"
      aria-label="Flows and groups"
      className={styles.list}
      data-stale={isStale || undefined}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        <FlowRow
          key={row.id}
          row={row}
          isSelected={index === at}
          isStop={index === Math.max(0, at)}
          onLook={() => onLook(row.id)}
          onEdit={onEdit}
          onFold={() => fold(row.id, row.isOpen !== true)}
        />
      ))}
    </div>
  );
}

/** What folds out comes into sight, as far as there is room for it below its group. */
function showMembers(tree: HTMLElement | null): void {
  const row = tree?.querySelector('[aria-selected="true"]');
  let last = row;
  while (last?.nextElementSibling?.getAttribute('aria-level') === '2') {
    last = last.nextElementSibling;
  }
  last?.scrollIntoView({ block: 'nearest' });
  row?.scrollIntoView({ block: 'nearest' });
}

/** The group of the member that is looked at is open, however it came into sight. */
function opened(open: ReadonlySet<FlowId>, seen: FlowInSight | null): ReadonlySet<FlowId> {
  return seen?.kind === 'member' && !open.has(seen.group.id)
    ? new Set([...open, seen.group.id])
    : open;
}
