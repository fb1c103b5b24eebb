import { useState } from 'react';
import { HEAT_STEPS, heatWidth } from '../../layout/flows/heatScale.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { useTagView } from '../pair/useTagView.ts';
import type { SheetHeat } from './flowsDrawing.ts';
import styles from './HeatLegend.module.css';

interface Props {
  readonly camera: CameraStore;
  readonly heat: SheetHeat;
  readonly isStale: boolean;
}

const RATES = [4, 16, 64] as const;
const STEPS = Array.from({ length: HEAT_STEPS }, (_, step) => step);

/** What width and shade of links mean. Closed, it comes back with the heat. */
export function HeatLegend({ camera, heat, isStale }: Props) {
  const [isOpen, setOpen] = useState(true);
  const { k } = useTagView(camera);
  if (!isOpen || heat.bands.length === 0) return null;
  return (
    <section className={styles.legend} aria-label="What links carry">
      <span className={styles.entry}>
        {RATES.map((rate) => (
          <span key={rate} className={styles.rate}>
            <svg width={20} height={16} aria-hidden="true">
              <path
                d="M0 8h20"
                className={styles.band}
                data-step={2}
                strokeWidth={heatWidth(rate * 1e9) * k}
              />
            </svg>
            {rate}
          </span>
        ))}
        GB/s
      </span>
      <span className={styles.entry}>
        0
        <svg width={60} height={10} aria-hidden="true">
          {STEPS.map((step) => (
            <rect
              key={step}
              className={styles.shade}
              data-step={step}
              x={(step * 60) / HEAT_STEPS}
              width={60 / HEAT_STEPS}
              height={10}
            />
          ))}
        </svg>
        100 % used
      </span>
      <span className={styles.entry}>
        <svg width={20} height={14} aria-hidden="true">
          <path d="M0 7h20" className={styles.band} data-step={4} strokeWidth={6} />
          <path d="M8 2v10M12 2v10" className={styles.bars} />
        </svg>
        full, ×2 wanted
      </span>
      <span className={styles.entry}>
        <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
          <circle r={8} className={styles.knob} />
          <path d="M-3 -4H3L-3 4H3Z" className={styles.glass} />
        </svg>
        holds the flow back
      </span>
      {isStale && <span className={styles.entry}>updating…</span>}
      <button type="button" aria-label="Close the legend" onClick={() => setOpen(false)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
      </button>
    </section>
  );
}
