import type { ReactNode } from 'react';
import { ERAS } from '../../../../engine/kernel/eras.ts';
import type { ScatterlistId } from '../../../../model/ids.ts';
import { IOMMU_MODES } from '../../../../model/settings.ts';
import { usePeerlane } from '../../../../store/peerlane.ts';
import type { SeveralPanel } from '../../../../store/severalView.ts';
import { EraOptions } from '../../../beside/EraOptions.tsx';
import { IOMMU_MODE_WORDS } from '../../../words/conditionWords.ts';
import { DESIGN, DRIVER, FIDELITY, type Offer } from '../../options/optionWords.ts';
import styles from './SeveralView.module.css';

interface Props {
  readonly panel: SeveralPanel;
  readonly onChange: (panel: SeveralPanel) => void;
}

const SAME = 'same';
const REDIRECTS = [
  ['off', 'peers not redirected'],
  ['on', 'peers redirected'],
] as const;
const PARTS = [
  ['whole', 'all of it'],
  ['ram', 'its host memory'],
  ['first-peer', 'its first peer memory'],
] as const;

/** What is other in one of the pictures: list, kernel, IOMMU, ACS, driver, design, source. */
export function PanelSettings({ panel, onChange }: Props) {
  const lists = usePeerlane((state) => state.document?.machine.workload.scatterlists) ?? [];
  // Its title was given for what it was.
  const change = (more: Partial<SeveralPanel>) => onChange({ ...panel, title: null, ...more });
  const { options } = panel;
  return (
    <fieldset className={styles.settings} aria-label="What is other in this picture">
      <Select
        label="List"
        value={panel.list ?? SAME}
        onChange={(id) => change({ list: id === SAME ? null : (id as ScatterlistId) })}
      >
        <option value={SAME}>the one at the left</option>
        {lists.map(({ id, label }) => (
          <option key={id} value={id}>
            {label ?? id}
          </option>
        ))}
      </Select>
      <Select
        label="Of it"
        value={panel.part}
        onChange={(value) => {
          const part = PARTS.find(([each]) => each === value)?.[0];
          if (part) change({ part });
        }}
      >
        {PARTS.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </Select>
      <Select
        label="Kernel"
        value={panel.kernel ?? SAME}
        onChange={(id) => change({ kernel: ERAS.some((era) => era.id === id) ? id : null })}
      >
        <option value={SAME}>the same</option>
        <EraOptions />
      </Select>
      <Select
        label="IOMMU"
        value={panel.iommu ?? SAME}
        onChange={(mode) => change({ iommu: IOMMU_MODES.find((each) => each === mode) ?? null })}
      >
        <option value={SAME}>the same</option>
        {IOMMU_MODES.map((mode) => (
          <option key={mode} value={mode}>
            {IOMMU_MODE_WORDS[mode]}
          </option>
        ))}
      </Select>
      <Select
        label="ACS"
        value={panel.redirect ?? SAME}
        onChange={(value) =>
          change({ redirect: REDIRECTS.find(([each]) => each === value)?.[0] ?? null })
        }
      >
        <option value={SAME}>the same</option>
        {REDIRECTS.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </Select>
      <Pick
        label="Driver"
        offers={DRIVER}
        value={options.driver ?? null}
        onChange={(driver) =>
          change({ options: { ...without(options, 'driver'), ...(driver && { driver }) } })
        }
      />
      <Pick
        label="Design"
        offers={DESIGN}
        value={options.design ?? null}
        onChange={(design) =>
          change({ options: { ...without(options, 'design'), ...(design && { design }) } })
        }
      />
      <Pick
        label="Source"
        offers={FIDELITY}
        value={options.fidelity ?? null}
        onChange={(fidelity) =>
          change({ options: { ...without(options, 'fidelity'), ...(fidelity && { fidelity }) } })
        }
      />
    </fieldset>
  );
}

type Options = SeveralPanel['options'];

function without<Name extends keyof Options>(options: Options, name: Name): Omit<Options, Name> {
  const { [name]: _, ...others } = options;
  return others;
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Select({ label, value, onChange, children }: SelectProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </label>
  );
}

interface PickProps<Value extends string> {
  readonly label: string;
  readonly offers: readonly Offer<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

function Pick<Value extends string>({ label, offers, value, onChange }: PickProps<Value>) {
  return (
    <Select
      label={label}
      value={value ?? SAME}
      onChange={(chosen) => onChange(offers.find((each) => each.value === chosen)?.value ?? null)}
    >
      <option value={SAME}>the same</option>
      {offers.map((each) => (
        <option key={each.value} value={each.value}>
          {each.title}
        </option>
      ))}
    </Select>
  );
}
