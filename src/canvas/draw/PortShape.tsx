import { memo } from 'react';
import type { ScenePort } from '../../layout/scene.ts';
import { inset } from '../rects.ts';
import styles from './draw.module.css';

interface Props {
  readonly port: ScenePort;
  readonly isSelected: boolean;
}

/** A port on the edge of its box. */
export const PortShape = memo(function PortShape({ port, isSelected }: Props) {
  return (
    <rect
      className={styles.port}
      data-selected={isSelected || undefined}
      {...inset(port.rect)}
      rx={2}
    />
  );
});
