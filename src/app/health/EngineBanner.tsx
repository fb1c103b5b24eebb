import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './EngineBanner.module.css';

/** The engine runs apart from the page, so that the page can say when it does not. */
export function EngineBanner() {
  const health = usePeerlane((state) => state.health);
  const restart = usePeerlane((state) => state.actions.restartEngine);
  const isDead = health.kind === 'dead';
  return (
    <div role="status">
      {(isDead || health.kind === 'restarting') && (
        <div className={styles.banner} data-kind={health.kind}>
          <Icon name="warning" />
          <p>
            {isDead
              ? health.why
              : 'The engine stopped answering and is being started again; nothing is lost.'}
          </p>
          {isDead && (
            <button type="button" className="small" onClick={restart}>
              Restart
            </button>
          )}
        </div>
      )}
    </div>
  );
}
