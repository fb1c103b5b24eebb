import type { Rect } from '../layout/scene.ts';
import { grown } from './rects.ts';
import styles from './Sheet.module.css';

/** Round the part that keys act on; seen while the sheet has the focus by keyboard. */
export function Ring({ rect }: { readonly rect: Rect | null }) {
  if (!rect) return null;
  const { x, y, width, height } = grown(rect, 4);
  return (
    <g className={styles.ring} data-ring>
      <rect x={x} y={y} width={width} height={height} rx={5} />
      <rect x={x} y={y} width={width} height={height} rx={5} />
    </g>
  );
}
