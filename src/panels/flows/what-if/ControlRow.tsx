import { useId } from 'react';
import type { ThroughputOptions } from '../../../engine/flows/throughputOptions.ts';
import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import styles from './WhatIfSide.module.css';
import { asUsual, type WhatIfControl } from './whatIfControls.ts';

interface Props {
  readonly control: WhatIfControl;
  readonly options: ThroughputOptions;
  readonly onChange: (options: ThroughputOptions) => void;
}

/** One thing to turn, its value, and the way back. */
export function ControlRow({ control, options, onChange }: Props) {
  const id = useId();
  const { name, label, help, widget, count, words } = control;
  const at = control.at(options);
  const isUsual = options[name] === USUAL_THROUGHPUT[name];
  const set = (stop: number) => onChange(control.set(options, stop));
  return (
    <div className={styles.control} data-changed={!isUsual || undefined} title={help}>
      <label htmlFor={id}>{label}</label>
      {widget === 'slider' && (
        <input
          id={id}
          type="range"
          min={0}
          max={count - 1}
          step={1}
          value={at}
          aria-valuetext={words(at)}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => set(target.valueAsNumber)}
        />
      )}
      {widget === 'select' && (
        <select
          id={id}
          value={at}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => set(Number(target.value))}
        >
          {Array.from({ length: count }, (_, stop) => (
            <option key={words(stop)} value={stop}>
              {words(stop)}
            </option>
          ))}
        </select>
      )}
      {widget === 'switch' && (
        <span className={styles.switch}>
          <input
            id={id}
            type="checkbox"
            checked={at === 1}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => set(target.checked ? 1 : 0)}
          />
        </span>
      )}
      <output htmlFor={id} className={styles.value} aria-hidden="true">
        {widget !== 'select' && words(at)}
      </output>
      <button
        type="button"
        className={`small ${styles.reset}`}
        aria-label={`${label}: as usual`}
        title="As usual"
        aria-disabled={isUsual || undefined}
        onClick={() => {
          if (!isUsual) onChange(asUsual(options, name));
        }}
      >
        ↺
      </button>
      <span id={`${id}-help`} className="unseen">
        {help}
      </span>
    </div>
  );
}
