import { useId, useRef, useState } from 'react';
import { type MappingOptions, USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { MoreOptions } from './MoreOptions.tsx';
import { OfferSelect } from './OfferSelect.tsx';
import styles from './Options.module.css';
import { FIDELITY, OPERATION, unusualWords } from './optionWords.ts';

/** What is asked beside the machine and its conditions. What is not as usual is always in sight. */
export function OptionsBar() {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const options = usePeerlane((state) => state.mapping.options);
  const lookAtMapping = usePeerlane((state) => state.actions.lookAtMapping);
  const change = (more: Partial<MappingOptions>) =>
    lookAtMapping({ options: { ...options, ...more } });
  const unusual = unusualWords(options, USUAL_MAPPING);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from within closes what is open
    <div
      className={styles.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        opener.current?.focus();
      }}
    >
      <OfferSelect
        aria-label="How true to the kernel’s source"
        title={FIDELITY.find(({ value }) => value === options.fidelity)?.help}
        offers={FIDELITY}
        value={options.fidelity}
        onChange={(fidelity) => change({ fidelity })}
      />
      <OfferSelect
        aria-label="What the device does with the memory"
        offers={OPERATION}
        value={options.operation}
        onChange={(operation) => change({ operation })}
      />
      <button
        ref={opener}
        type="button"
        className="small"
        aria-expanded={isOpen}
        aria-controls={id}
        data-unusual={unusual.length > 0 || undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {unusual.length === 0 ? 'Options' : unusual.join(', ')}
      </button>
      <MoreOptions id={id} isOpen={isOpen} options={options} onChange={change} />
    </div>
  );
}
