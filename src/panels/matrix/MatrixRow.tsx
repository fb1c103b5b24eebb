import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { PairTable } from '../../engine/analyze.ts';
import { DEVICE_KIND_WORDS } from '../../model/deviceKind.ts';
import { Bdf } from '../../parts/Bdf.tsx';
import type { Axis } from './arrangeAxis.ts';
import { KIND_TAGS } from './kinds.ts';
import type { Listed } from './listFunctions.ts';
import { MatrixCell } from './MatrixCell.tsx';
import styles from './MatrixRow.module.css';

/** Px from one row to the next, and from one column to the next. */
export const PITCH = 26;
/** Px between two kinds. */
export const GAP = 8;

interface Props {
  readonly table: PairTable;
  readonly provider: Listed;
  readonly index: number;
  readonly top: number;
  readonly clients: Axis;
  /** The columns that are drawn. */
  readonly columns: readonly VirtualItem[];
  /** Column of the cell that Tab leads to, or -1. */
  readonly tabStop: number;
  readonly chosenColumn: number;
  readonly isLit: boolean;
  readonly isAfterGap: boolean;
}

/** One provider with its verdicts. */
export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { table, provider, index, top, clients, columns, tabStop, chosenColumn } = props;
  const begin = provider.place * table.functions.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows out of sight
    <div
      role="row"
      tabIndex={-1}
      className={styles.row}
      aria-rowindex={index + 2}
      data-lit={props.isLit || undefined}
      data-after-gap={props.isAfterGap || undefined}
      style={{ top }}
    >
      <ProviderHeader provider={provider} />
      {columns.map(({ index: column, end }) => {
        const client = clients.items[column];
        if (!client) return null;
        const at = begin + client.place;
        return (
          <MatrixCell
            key={client.id}
            column={column}
            left={end - PITCH + 1}
            provider={provider.name}
            client={client.name}
            possible={table.possible[at] ?? 0}
            distance={table.distance[at] ?? -1}
            isSelf={provider.place === client.place}
            isTabStop={column === tabStop}
            isChosen={column === chosenColumn}
          />
        );
      })}
    </div>
  );
});

function ProviderHeader({ provider }: { readonly provider: Listed }) {
  const { kind, name, title } = provider;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="rowheader"
      tabIndex={-1}
      aria-colindex={1}
      className={styles.provider}
      title={`${DEVICE_KIND_WORDS[kind].one} ${name} ${title}`}
    >
      <span className={styles.kind}>{KIND_TAGS[kind]}</span>
      <Bdf id={name} />
      <span className={styles.title}>{title}</span>
    </div>
  );
}
