import { memo } from 'react';
import type { Direction, ScenePort } from '../../layout/scene.ts';
import { inset } from '../rects.ts';
import { AcsMark } from './AcsMark.tsx';
import styles from './draw.module.css';
import { Label } from './Label.tsx';
import { PartGroup } from './PartGroup.tsx';

interface Props {
  readonly port: ScenePort;
  /** Of the element, where the port is a part of its own. */
  readonly id: string | undefined;
  readonly name: string;
  readonly isSelected: boolean;
  /** ACS bits that redirect; empty for none, and where they are not to be shown. */
  readonly acs: string;
  readonly direction: Direction;
  readonly hasDetails: boolean;
}

/** A port on the edge of its box. */
export const PortShape = memo(function PortShape(props: Props) {
  const { port, id, name, isSelected, acs, direction, hasDetails } = props;
  return (
    <PartGroup id={id} name={name} isSelected={isSelected}>
      <rect className={styles.port} {...inset(port.rect)} rx={2} />
      {port.texts.map((text) => (
        <Label key={`${text.x} ${text.y}`} text={text} isPlain={!hasDetails} />
      ))}
      {acs !== '' && <AcsMark acs={acs} rect={port.rect} direction={direction} />}
    </PartGroup>
  );
});
