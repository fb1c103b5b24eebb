import type { Part } from './keys/partTree.ts';
import { grown } from './rects.ts';
import styles from './Sheet.module.css';

interface Props {
  readonly part: Part | undefined;
  /** The sheet has the focus, by keyboard. */
  readonly isKeyed: boolean;
}

/** Round the part that keys act on. */
export function Ring({ part, isKeyed }: Props) {
  if (!part || !isKeyed) return null;
  const { x, y, width, height } = grown(part.rect, 4);
  return (
    <g className={styles.ring}>
      <rect x={x} y={y} width={width} height={height} rx={5} />
      <rect x={x} y={y} width={width} height={height} rx={5} />
    </g>
  );
}
