import type { ReactNode } from 'react';
import { nameOf } from '../../engine/explain/nameOf.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { Bdf } from '../../parts/Bdf.tsx';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { whatItIs } from '../words/functionTypeWords.ts';
import { hostTitle, rootBusName, titleOf } from '../words/partNames.ts';
import { useGo } from './go.ts';
import styles from './PartList.module.css';

/** Rows that lead to other parts. */
export function PartList({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly id: PartId;
  readonly address: string | null;
  readonly title: string;
  readonly note?: string;
  /** It is the part that is being looked at. */
  readonly isCurrent?: boolean;
}

export function PartRow({ id, address, title, note, isCurrent = false }: RowProps) {
  const go = useGo();
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-current={isCurrent || undefined}
        onClick={(event) => go(id, event)}
      >
        {address !== null && <Bdf id={address} />}
        <span className={styles.title}>{title}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </button>
    </li>
  );
}

interface FunctionRowProps {
  readonly document: OpenDocument;
  readonly fn: PciFunction;
  /** Said in the place of what it is. */
  readonly note?: string;
  readonly isCurrent?: boolean;
}

export function FunctionRow({ document, fn, note, isCurrent = false }: FunctionRowProps) {
  return (
    <PartRow
      id={fn.id}
      address={nameOf(fn)}
      title={titleOf(document, fn)}
      note={note ?? whatItIs(fn)}
      isCurrent={isCurrent}
    />
  );
}

export function HostRow({
  host,
  note,
}: {
  readonly host: HostBridge;
  readonly note?: string | undefined;
}) {
  return (
    <PartRow
      id={host.id}
      address={rootBusName(host)}
      title={hostTitle(host)}
      {...(note === undefined ? {} : { note })}
    />
  );
}
