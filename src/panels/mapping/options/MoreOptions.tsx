import { useId } from 'react';
import { type MappingOptions, USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import { OfferSelect } from './OfferSelect.tsx';
import styles from './Options.module.css';
import { BOUNCE, DESIGN, DRIVER, type Offer } from './optionWords.ts';

interface Props {
  readonly id: string;
  readonly isOpen: boolean;
  readonly options: MappingOptions;
  readonly onChange: (change: Partial<MappingOptions>) => void;
}

/** Who drives the device, designs that were argued for, Xen, bounce buffers; each with a sentence. */
export function MoreOptions({ id, isOpen, options, onChange }: Props) {
  return (
    <div id={id} className={styles.more} hidden={!isOpen}>
      <Choice
        label="Driver"
        offers={DRIVER}
        value={options.driver}
        onChange={(driver) => onChange({ driver })}
      />
      <Choice
        label="Design"
        offers={DESIGN}
        value={options.design}
        onChange={(design) => onChange({ design })}
      />
      <Choice
        label="Bounce buffers"
        offers={BOUNCE}
        value={options.bounce}
        onChange={(bounce) => onChange({ bounce })}
      />
      <Switch
        label="Xen dom0"
        help="A foreign table of operations maps, which knows nothing of peers."
        isOn={options.isXen}
        onChange={(isXen) => onChange({ isXen })}
      />
      <Switch
        label="The driver says that it is peer memory"
        help="Only the series of 2018 asked the driver; later kernels look at the pages."
        isOn={options.p2pFlag}
        onChange={(p2pFlag) => onChange({ p2pFlag })}
      />
      <Switch
        label="Peer memory has pages"
        help="A list is made of struct pages; without them a provider’s memory cannot be in one."
        isOn={options.barPages === 'struct-page'}
        onChange={(isOn) => onChange({ barPages: isOn ? 'struct-page' : 'none' })}
      />
      <button
        type="button"
        className="small"
        aria-disabled={options === USUAL_MAPPING || undefined}
        onClick={() => onChange(USUAL_MAPPING)}
      >
        As usual
      </button>
    </div>
  );
}

function Choice<Value extends string>({
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
  const chosen = offers.find((each) => each.value === value);
  return (
    <div className={styles.option}>
      <label htmlFor={id}>{label}</label>
      <OfferSelect
        id={id}
        aria-describedby={`${id}-help`}
        offers={offers}
        value={value}
        onChange={onChange}
      />
      <p id={`${id}-help`}>{chosen?.help}</p>
    </div>
  );
}

function Switch({
  label,
  help,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={styles.option}>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={id}
          onChange={({ target }) => onChange(target.checked)}
        />
        {label}
      </label>
      <p id={id}>{help}</p>
    </div>
  );
}
