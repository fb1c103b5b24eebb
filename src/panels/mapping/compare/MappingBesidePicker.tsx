import { useId } from 'react';
import { BesidePicker } from '../../beside/BesidePicker.tsx';
import { OfferSelect } from '../options/OfferSelect.tsx';
import { DESIGN, DRIVER, FIDELITY, type Offer } from '../options/optionWords.ts';
import type { MappingChoice } from './mappedBeside.ts';

interface Props {
  readonly choice: MappingChoice;
  readonly onChange: (change: Partial<MappingChoice>) => void;
  readonly onClose: () => void;
}

/** How the list is mapped the other time. */
export function MappingBesidePicker({ choice, onChange, onClose }: Props) {
  const { options } = choice;
  return (
    <BesidePicker choice={choice} onChange={onChange} onClose={onClose}>
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
    </BesidePicker>
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
