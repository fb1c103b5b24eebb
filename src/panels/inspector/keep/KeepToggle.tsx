import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import styles from './Keep.module.css';
import { type Kept, keptOf } from './kept.ts';

interface Props {
  readonly document: OpenDocument;
  readonly parts: readonly PartId[];
  readonly what: Kept;
  readonly name: string;
  /** What it does, in a few words. */
  readonly hint: string;
}

/** One thing that the drawing does with parts, or not; of several parts perhaps with some. */
export function KeepToggle({ document, parts, what, name, hint }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const now = keptOf(document.machine, parts, what);
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
      onClick={() => edit({ kind: 'keep', parts, what, isOn: !isOn })}
    >
      <span className={styles.box} aria-hidden="true">
        {now.kind === 'mixed' ? '–' : isOn ? '✓' : ''}
      </span>
      {name}
    </button>
  );
}
