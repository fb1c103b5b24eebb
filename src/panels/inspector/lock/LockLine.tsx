import { usePeerlane } from '../../../store/peerlane.ts';
import type { PartId } from '../../../store/state.ts';
import styles from './LockLine.module.css';
import { useLock } from './useLock.ts';

/** Says that a part cannot be rebuilt, what holds it, and unlocks that. */
export function LockLine({ part }: { readonly part: PartId }) {
  const lock = useLock(part);
  const edit = usePeerlane((state) => state.actions.edit);
  if (lock === null) return null;
  return (
    <div className={styles.lock}>
      <span>
        <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
        </svg>
        {lock.words}
        {lock.by !== part && ' It holds this part, too.'}
      </span>
      <button
        type="button"
        className="small"
        onClick={() => edit({ kind: 'keep', parts: [lock.by], what: 'locked', isOn: false })}
      >
        Unlock
      </button>
    </div>
  );
}
