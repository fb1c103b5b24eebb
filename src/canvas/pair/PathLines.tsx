import type { PathRoute } from '../../layout/pathRoute.ts';
import type { Rect } from '../../layout/scene.ts';
import { linePath } from '../draw/linePath.ts';
import { inset } from '../rects.ts';
import styles from './pair.module.css';
import type { PathLook } from './pathLook.ts';

interface Props {
  readonly route: PathRoute;
  readonly look: PathLook;
  /** Ports and boxes on the way. */
  readonly stations: readonly Rect[];
}

/** The way of the pair, in the stroke of its verdict; cut where it is refused. */
export function PathLines({ route, look, stations }: Props) {
  const lines = route.pieces.map(linePath).join('');
  const joint = linePath(route.joint);
  return (
    <g className={styles.path} data-look={look}>
      <path className={styles.halo} d={lines + joint} />
      {stations.map((rect) => (
        <rect key={`${rect.x} ${rect.y}`} className={styles.station} {...inset(rect)} rx={3} />
      ))}
      <path className={styles.line} d={lines} />
      <path className={styles.line} d={joint} />
    </g>
  );
}
