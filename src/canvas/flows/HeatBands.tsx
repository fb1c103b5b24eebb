import { memo } from 'react';
import { fullMark } from '../../layout/flows/fullMark.ts';
import { linePath } from '../draw/linePath.ts';
import styles from './flows.module.css';
import type { SheetHeat } from './flowsDrawing.ts';

interface Props {
  readonly heat: SheetHeat;
  readonly isStale: boolean;
  /** A pair is lit: flows step back. */
  readonly isWeak: boolean;
}

/** What links carry: over their lines and under the boxes. As few elements as there are looks. */
export const HeatBands = memo(function HeatBands({ heat, isStale, isWeak }: Props) {
  const full = heat.bands.map(fullMark).join('');
  return (
    <g
      className={styles.heat}
      data-stale={isStale || undefined}
      data-weak={isWeak || undefined}
      data-flow-heat=""
    >
      {heat.paints.map(({ key, step, width, lines }) => (
        <path key={key} d={lines.map(linePath).join('')} data-step={step} strokeWidth={width} />
      ))}
      <path className={styles.fullGround} d={full} />
      <path className={styles.full} d={full} />
    </g>
  );
});
