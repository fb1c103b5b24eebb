import { memo } from 'react';
import type { SceneTie } from '../../layout/scene.ts';
import styles from './draw.module.css';
import { linePath } from './linePath.ts';

interface Props {
  readonly ties: readonly SceneTie[];
  readonly isWeak: boolean;
}

/** Lines beside the tree; there are few of them, and they are drawn wherever the view is. */
export const TieShapes = memo(function TieShapes({ ties, isWeak }: Props) {
  if (ties.length === 0) return null;
  return (
    <g className={isWeak ? styles.weak : undefined}>
      {ties.map(({ key, points, isModelled }) => (
        <path
          key={key}
          className={styles.tie}
          data-not-modelled={isModelled ? undefined : true}
          d={linePath(points)}
        />
      ))}
    </g>
  );
});
