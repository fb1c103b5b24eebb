import { useId } from 'react';
import { ERAS } from '../../../engine/kernel/eras.ts';
import { IOMMU_MODES } from '../../../model/settings.ts';
import { IOMMU_MODE_WORDS } from '../../words/conditionWords.ts';
import { OfferSelect } from '../options/OfferSelect.tsx';
import { DESIGN, DRIVER, FIDELITY, type Offer } from '../options/optionWords.ts';
import type { BesideChoice } from './besideOf.ts';
import styles from './CompareView.module.css';
import { EraOptions } from './several/EraOptions.tsx';

interface Props {
  readonly choice: BesideChoice;
  readonly onChange: (change: Partial<BesideChoice>) => void;
  readonly onClose: () => void;
}

const SAME = 'same';

/** Another kernel, another use of the IOMMU, other options: what is not chosen is as in the document. */
export function BesidePicker({ choice, onChange, onClose }: Props) {
  const { kernel, mode, options } = choice;
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
      <Pick
        label="Source"
        offers={FIDELITY}
        value={options.fidelity}
        onChange={(fidelity) => onChange({ options: { ...options, fidelity } })}
      />
      <Pick
        label="Driver"
        offers={DRIVER}
        value={options.driver}
        onChange={(driver) => onChange({ options: { ...options, driver } })}
      />
      <Pick
        label="Design"
        offers={DESIGN}
        value={options.design}
        onChange={(design) => onChange({ options: { ...options, design } })}
      />
      <button type="button" className="small" onClick={onClose}>
        Compare with nothing
      </button>
    </fieldset>
  );
}

function Pick<Value extends string>({
  label,
  offers,
  value,
  onChange,
}: {
  readonly label: string;
  readonly offers: readonly Offer<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <label htmlFor={id}>
      {label}{' '}
      <OfferSelect
        id={id}
        title={offers.find((each) => each.value === value)?.help}
        offers={offers}
        value={value}
        onChange={onChange}
      />
    </label>
  );
}
