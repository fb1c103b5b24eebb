import { memo } from 'react';
import type { SceneFrame } from '../../layout/scene.ts';
import { inset } from '../rects.ts';
import styles from './draw.module.css';
import { SignShape } from './SignShape.tsx';

interface Props {
  readonly frame: SceneFrame;
  readonly isSelected: boolean;
}

/** A socket or a host bridge: the ground that root ports stand on. */
export const FrameShape = memo(function FrameShape({ frame, isSelected }: Props) {
  return (
    <>
      <rect
        className={styles[frame.kind]}
        data-selected={isSelected || undefined}
        {...inset(frame.rect)}
        rx={frame.kind === 'socket' ? 4 : 3}
      />
      {frame.signs?.map((sign) => (
        <SignShape key={`${sign.kind} ${sign.about}`} sign={sign} />
      ))}
    </>
  );
});
