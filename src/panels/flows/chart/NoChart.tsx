import { usePeerlane } from '../../../store/peerlane.ts';
import styles from './Chart.module.css';

/** Why there is no chart yet, and what makes one. */
export function NoChart({ what }: { readonly what: string }) {
  const trouble = usePeerlane((state) => state.flowsTrouble);
  const hasFlows = usePeerlane(({ document }) => {
    const workload = document?.machine.workload;
    return (workload?.flows.length ?? 0) + (workload?.groups.length ?? 0) > 0;
  });
  if (trouble !== null) {
    return (
      <p role="alert" className={styles.nothing}>
        Peerlane made a mistake while working this out: {trouble}. The document is kept.
      </p>
    );
  }
  return (
    <p className={styles.nothing}>
      {hasFlows ? 'Working it out…' : `${what} comes here once there is a flow.`}
    </p>
  );
}
