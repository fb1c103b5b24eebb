import { memo } from 'react';
import type { SceneFrame } from '../../layout/scene.ts';
import { inset } from '../rects.ts';
import styles from './draw.module.css';
import { Label } from './Label.tsx';
import { PartGroup } from './PartGroup.tsx';

interface Props {
  readonly frame: SceneFrame;
  readonly id: string;
  readonly name: string;
  readonly isSelected: boolean;
}

/** A socket or a host bridge: the ground that root ports stand on. */
export const FrameShape = memo(function FrameShape({ frame, id, name, isSelected }: Props) {
  return (
    <PartGroup id={id} name={name} isSelected={isSelected}>
      <rect
        className={styles[frame.kind]}
        {...inset(frame.rect)}
        rx={frame.kind === 'socket' ? 4 : 3}
      />
      {frame.texts.map((text) => (
        <Label key={`${text.x} ${text.y}`} text={text} />
      ))}
    </PartGroup>
  );
});
