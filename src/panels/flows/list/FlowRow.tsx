import type { MouseEvent } from 'react';
import { Glyph } from '../../../parts/Glyph.tsx';
import styles from './FlowList.module.css';
import type { FlowRow as Row } from './flowRows.ts';

interface Props {
  readonly row: Row;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly onLook: () => void;
  readonly onEdit: () => void;
  readonly onFold: () => void;
}

/** What a flow is, what it gets, how much of its first link that is, and what holds it back. */
export function FlowRow({ row, isSelected, isStop, onLook, onEdit, onFold }: Props) {
  const { kind, name, what, rate, unit, share, limit, time, isUpperBound, refusedBy, isOpen } = row;
  const fold = (event: MouseEvent) => {
    event.stopPropagation();
    onFold();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the list's
    <div
      role="treeitem"
      aria-level={kind === 'member' ? 2 : 1}
      aria-selected={isSelected}
      aria-expanded={isOpen ?? undefined}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      data-kind={kind}
      onClick={onLook}
      onDoubleClick={onEdit}
    >
      <span className={styles.name}>
        {kind === 'group' && (
          <span className={styles.fold} aria-hidden="true" onClick={fold}>
            {isOpen ? '▾' : '▸'}
          </span>
        )}
        <strong>{name}</strong> <span className={styles.what}>{what}</span>
      </span>
      <span className={styles.rate}>
        {rate === null ? (
          <span className={styles.quiet}>…</span>
        ) : (
          <>
            {isUpperBound && <span title="Something on its way is not known: at most">≤ </span>}
            <b>{rate}</b> <small>{unit}</small>
          </>
        )}
      </span>
      <span className={styles.bar} data-known={share !== null || undefined} aria-hidden="true">
        {share !== null && <span style={{ inlineSize: `${Math.max(1, share * 100)}%` }} />}
      </span>
      <span className={styles.limit}>
        {refusedBy !== null && (
          <span className={styles.refused}>
            <Glyph kind="NOT_SUPPORTED" /> {refusedBy === 'fabric' ? 'Refused' : 'Linux refuses'}
            {limit === null ? '' : ' · '}
          </span>
        )}
        {time !== null && `${time} · `}
        {limit ?? (rate === null ? '' : 'nothing known holds it back')}
      </span>
    </div>
  );
}
