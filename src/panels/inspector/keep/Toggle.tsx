import type { Shared } from '../shared.ts';
import styles from './Keep.module.css';

interface Props {
  readonly now: Shared<boolean>;
  readonly name: string;
  /** What it does, in a few words. */
  readonly hint: string;
  readonly onToggle: (isOn: boolean) => void;
}

/** Something that parts have or have not; of several parts perhaps some. */
export function Toggle({ now, name, hint, onToggle }: Props) {
  if (now.kind === 'none') return null;
  const isOn = now.kind === 'same' && now.value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the machine's part is changed, not a form's field
    <button
      type="button"
      role="checkbox"
      className={styles.toggle}
      aria-checked={now.kind === 'mixed' ? 'mixed' : isOn}
      title={hint}
      onClick={() => onToggle(!isOn)}
    >
      <span className={styles.box} aria-hidden="true">
        {now.kind === 'mixed' ? '–' : isOn ? '✓' : ''}
      </span>
      {name}
    </button>
  );
}
