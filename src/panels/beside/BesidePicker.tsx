import type { ReactNode } from 'react';
import { ERAS } from '../../engine/kernel/eras.ts';
import { IOMMU_MODES } from '../../model/settings.ts';
import type { OtherConditions } from '../../store/askedConditions.ts';
import { IOMMU_MODE_WORDS } from '../words/conditionWords.ts';
import styles from './Beside.module.css';
import { EraOptions } from './EraOptions.tsx';

interface Props {
  readonly choice: OtherConditions;
  readonly onChange: (change: Partial<OtherConditions>) => void;
  readonly onClose: () => void;
  /** Options to choose as well, each a label. */
  readonly children: ReactNode;
}

const SAME = 'same';

/** Another kernel, another use of the IOMMU, other options: what is not chosen is as it is here. */
export function BesidePicker({ choice: { kernel, mode }, onChange, onClose, children }: Props) {
  return (
    <fieldset className={styles.picker} aria-label="Held beside it">
      <label>
        Kernel{' '}
        <select
          value={kernel?.id ?? SAME}
          onChange={({ target }) =>
            onChange({ kernel: ERAS.find(({ id }) => id === target.value) ?? null })
          }
        >
          <option value={SAME}>the same</option>
          <EraOptions />
        </select>
      </label>
      <label>
        IOMMU{' '}
        <select
          value={mode ?? SAME}
          onChange={({ target }) =>
            onChange({ mode: IOMMU_MODES.find((each) => each === target.value) ?? null })
          }
        >
          <option value={SAME}>the same</option>
          {IOMMU_MODES.map((each) => (
            <option key={each} value={each}>
              {IOMMU_MODE_WORDS[each]}
            </option>
          ))}
        </select>
      </label>
      {children}
      <button type="button" className="small" onClick={onClose}>
        Compare with nothing
      </button>
    </fieldset>
  );
}
