import { ERAS } from '../../../engine/kernel/eras.ts';
import { IOMMU_MODES } from '../../../model/settings.ts';
import { EraOptions } from '../../mapping/compare/several/EraOptions.tsx';
import { IOMMU_MODE_WORDS } from '../../words/conditionWords.ts';
import { WHAT_IF_CONTROLS } from '../what-if/whatIfControls.ts';
import styles from './CompareSide.module.css';
import type { FlowsChoice } from './flowsBeside.ts';

interface Props {
  readonly choice: FlowsChoice;
  readonly onChange: (change: Partial<FlowsChoice>) => void;
  readonly onClose: () => void;
}

const SAME = 'same';
/** Those that two machines or settings differ in most; the others are turned under “What if”. */
const OFFERED = ['acsRedirect', 'maxPayload', 'maxReadRequest', 'generation', 'linkEfficiency'];
const CONTROLS = WHAT_IF_CONTROLS.filter(({ name }) => OFFERED.includes(name));

/** Another kernel, another use of the IOMMU, other options: what is not chosen is as it is here. */
export function FlowsBesidePicker({ choice, onChange, onClose }: Props) {
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
      {CONTROLS.map((control) => (
        <label key={control.name}>
          {control.label}{' '}
          <select
            value={control.at(options)}
            onChange={({ target }) =>
              onChange({ options: control.set(options, Number(target.value)) })
            }
          >
            {Array.from({ length: control.count }, (_, stop) => (
              <option key={control.words(stop)} value={stop}>
                {control.words(stop)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="button" className="small" onClick={onClose}>
        Compare with nothing
      </button>
    </fieldset>
  );
}
