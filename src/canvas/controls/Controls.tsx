import row from '../../parts/ButtonRow.module.css';
import { usePeerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import styles from './Controls.module.css';
import { Percent } from './Percent.tsx';

/** Zoom, and how the machine is drawn. */
export function Controls({ camera }: { readonly camera: CameraStore }) {
  const { moveCamera, setView } = usePeerlane((state) => state.actions);
  const drawing = usePeerlane((state) => state.view.drawing);
  const direction = usePeerlane((state) => state.view.direction);
  const hasGroupHulls = usePeerlane((state) => state.view.hasGroupHulls);
  const hasFlowHeat = usePeerlane((state) => state.view.hasFlowHeat);
  const hasFlows = usePeerlane(({ document }) => {
    const workload = document?.machine.workload;
    return workload !== undefined && workload.flows.length + workload.groups.length > 0;
  });
  const turned = direction === 'down' ? 'right' : 'down';
  return (
    <div className={styles.controls}>
      <fieldset className={row.buttons} aria-label="Drawing as">
        {(['blocks', 'functions'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={drawing === each}
            onClick={() => setView({ drawing: each })}
          >
            {each === 'blocks' ? 'Blocks' : 'Functions'}
          </button>
        ))}
      </fieldset>
      <div className={row.buttons}>
        <button
          type="button"
          aria-pressed={hasGroupHulls}
          title="Outline IOMMU groups of several functions. The number on an outline is the group's."
          onClick={() => setView({ hasGroupHulls: !hasGroupHulls })}
        >
          Groups
        </button>
        {hasFlows && (
          <button
            type="button"
            aria-pressed={hasFlowHeat}
            title="Show what links carry: width for bytes, shade for how full they are."
            onClick={() => setView({ hasFlowHeat: !hasFlowHeat })}
          >
            Heat
          </button>
        )}
      </div>
      <div className={row.buttons}>
        <button
          type="button"
          className={styles.sign}
          aria-label={
            turned === 'right' ? 'Let the tree grow to the right' : 'Let the tree grow downwards'
          }
          title={
            turned === 'right' ? 'Let the tree grow to the right' : 'Let the tree grow downwards'
          }
          onClick={() => setView({ direction: turned })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path
              transform={turned === 'right' ? 'rotate(-90 8 8)' : undefined}
              d="M5.5 2.5h5v3.5h-5zM8 6v2.5M3.5 10.5v-2h9v2M1.5 10.5h4v3h-4zM10.5 10.5h4v3h-4z"
            />
          </svg>
        </button>
      </div>
      <fieldset className={row.buttons} aria-label="Zoom">
        <button
          type="button"
          className={styles.sign}
          aria-label="Zoom out"
          onClick={() => moveCamera('out')}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.5 8h9" />
          </svg>
        </button>
        <Percent camera={camera} />
        <button
          type="button"
          className={styles.sign}
          aria-label="Zoom in"
          onClick={() => moveCamera('in')}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.5 8h9M8 3.5v9" />
          </svg>
        </button>
        <button
          type="button"
          className={styles.sign}
          aria-label="Fit the machine"
          title="Fit the machine"
          onClick={() => moveCamera('fit')}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
          </svg>
        </button>
      </fieldset>
    </div>
  );
}
