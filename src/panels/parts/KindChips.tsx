import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { PartKind } from '../../catalogue/part.ts';
import styles from './PartsPanel.module.css';
import { KIND_WORDS } from './partKinds.ts';

interface Props {
  readonly chosen: ReadonlySet<PartKind>;
  readonly onToggle: (kind: PartKind) => void;
}

/** Kinds of parts, to see only some. */
export function KindChips({ chosen, onToggle }: Props) {
  return (
    <fieldset className={styles.chips}>
      <legend className="unseen">Kinds of parts</legend>
      {KIND_WORDS.filter(([kind]) => CATALOGUE.some((part) => part.kind === kind)).map(
        ([kind, title]) => (
          <button
            key={kind}
            type="button"
            className={styles.chip}
            aria-pressed={chosen.has(kind)}
            onClick={() => onToggle(kind)}
          >
            {title}
          </button>
        ),
      )}
    </fieldset>
  );
}
