import { useId } from 'react';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Edit } from '../../store/edit.ts';
import styles from './AcsSwitch.module.css';
import { type AcsBitRow, controlState, toggleEdit } from './acsBits.ts';

interface Props {
  readonly row: AcsBitRow;
  readonly functions: readonly PciFunction[];
  readonly onEdit: (edit: Edit) => void;
}

/** One bit of a control word. Where several words differ, or the word is hidden, it says neither. */
export function AcsSwitch({ row, functions, onEdit }: Props) {
  const why = useId();
  const state = controlState(functions, row.mask);
  const edit = toggleEdit(functions, row.mask);
  const isOpen = state === 'mixed' || state === 'unknown';
  const reason = edit === null ? 'The capability word does not have this bit.' : null;
  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: either of its roles has aria-checked */}
      <button
        type="button"
        className={styles.switch}
        role={isOpen ? 'checkbox' : 'switch'}
        aria-checked={isOpen ? 'mixed' : state === 'on'}
        aria-label={`${row.bit}, ${row.name}`}
        aria-describedby={reason !== null || state === 'unknown' ? why : undefined}
        aria-disabled={edit === null || undefined}
        title={reason ?? TITLES[state]}
        data-state={state}
        onClick={() => {
          if (edit) onEdit(edit);
        }}
      >
        <span className={styles.track} aria-hidden="true">
          {state === 'unknown' ? '?' : state === 'mixed' ? '–' : ''}
        </span>
      </button>
      <span id={why} className="unseen">
        {reason ?? (state === 'unknown' ? 'Not shown by the input.' : '')}
      </span>
    </>
  );
}

const TITLES = {
  on: 'on',
  off: 'off',
  mixed: 'not the same in all; press to set it in all',
  unknown: 'not shown; press to set it',
} as const;
