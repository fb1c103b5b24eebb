import type { Part } from './keys/partTree.ts';
import { grown } from './rects.ts';
import styles from './Sheet.module.css';

/** Round the part that keys act on; seen while the sheet has the focus by keyboard. */
export function Ring({ part }: { readonly part: Part | undefined }) {
  if (!part) return null;
  const { x, y, width, height } = grown(part.rect, 4);
  return (
    <g className={styles.ring}>
      <rect x={x} y={y} width={width} height={height} rx={5} />
      <rect x={x} y={y} width={width} height={height} rx={5} />
    </g>
  );
}
