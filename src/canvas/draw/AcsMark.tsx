import type { Direction, Rect } from '../../layout/scene.ts';
import styles from './draw.module.css';

interface Props {
  readonly acs: string;
  readonly rect: Rect;
  readonly direction: Direction;
}

/** The redirecting ACS bits of a port, beside the line that leaves it: lines bend the other way. */
export function AcsMark({ acs, rect, direction }: Props) {
  const place =
    direction === 'down'
      ? { x: rect.x + rect.width / 2 - 5, y: rect.y + rect.height + 11, textAnchor: 'end' as const }
      : { x: rect.x + rect.width + 4, y: rect.y + rect.height / 2 - 5 };
  return (
    <text className={styles.acs} data-unknown={acs === '?' || undefined} {...place}>
      {acs}
    </text>
  );
}
