import buttons from '../../parts/ButtonRow.module.css';
import styles from './WaySwitch.module.css';

interface Props<Way extends string> {
  readonly label: string;
  readonly ways: readonly (readonly [way: Way, title: string])[];
  readonly chosen: Way;
  readonly onChoose: (way: Way) => void;
}

/** One of two ways to compare. */
export function WaySwitch<Way extends string>({ label, ways, chosen, onChoose }: Props<Way>) {
  return (
    <fieldset className={`${buttons.buttons} ${styles.ways}`} aria-label={label}>
      {ways.map(([way, title]) => (
        <button key={way} type="button" aria-pressed={way === chosen} onClick={() => onChoose(way)}>
          {title}
        </button>
      ))}
    </fieldset>
  );
}
