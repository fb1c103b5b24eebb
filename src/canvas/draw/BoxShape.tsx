import { memo } from 'react';
import type { Direction, SceneBox } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { PartId } from '../../store/state.ts';
import { inset } from '../rects.ts';
import { AcsMark } from './AcsMark.tsx';
import { DeviceGlyph } from './DeviceGlyph.tsx';
import styles from './draw.module.css';
import { Label } from './Label.tsx';
import { PartGroup } from './PartGroup.tsx';
import { PortShape } from './PortShape.tsx';
import { VerdictChips } from './VerdictChips.tsx';

/** What is said and shown of a port that is a part of its own. */
export interface PartLook {
  readonly id: string;
  readonly name: string;
  readonly isSelected: boolean;
  readonly acs: string;
}

interface Props {
  readonly box: SceneBox;
  /** Of the element; nothing where the box is no part by itself. */
  readonly id: string | undefined;
  readonly name: string;
  readonly isSelected: boolean;
  readonly acs: string;
  /** Of those ports that are parts of their own. */
  readonly ports: ReadonlyMap<FunctionId, PartLook> | null;
  /** Which marks in it are selected; `null`: none. */
  readonly selected: ReadonlySet<PartId> | null;
  readonly hasDetails: boolean;
  readonly direction: Direction;
  /** Towards or from the one end of a pair that is chosen. */
  readonly verdicts: readonly VerdictKind[] | null;
  readonly isStale: boolean;
}

/** A card, a switch, a port: a box with its texts, glyph and ports. */
export const BoxShape = memo(function BoxShape(props: Props) {
  const { box, id, name, isSelected, acs, ports, selected, hasDetails, direction } = props;
  const { verdicts, isStale } = props;
  // Captions of integrated functions are of that role, too, and nothing else is written there.
  const isBare = hasDetails || box.kind === 'integrated';
  const texts = isBare ? box.texts : box.texts.filter(({ role }) => role !== 'quiet');
  const card = (
    <PartGroup id={id} name={name} isSelected={isSelected}>
      <rect className={styles.box} data-kind={box.kind} {...inset(box.rect)} rx={3} />
      {box.glyph && <DeviceGlyph kind={box.device} rect={box.glyph} />}
      {texts.map((text) => (
        <Label key={`${text.x} ${text.y}`} text={text} isPlain={!hasDetails} />
      ))}
      {hasDetails && acs !== '' && <AcsMark acs={acs} rect={box.rect} direction={direction} />}
    </PartGroup>
  );
  if (box.ports.length === 0 && box.marks.length === 0 && !verdicts) return card;
  return (
    <g>
      {card}
      {box.ports.map((port) => {
        const own = ports?.get(port.function);
        return (
          <PortShape
            key={port.function}
            port={port}
            id={own?.id}
            name={own?.name ?? ''}
            isSelected={own?.isSelected ?? false}
            acs={hasDetails ? (own?.acs ?? '') : ''}
            direction={direction}
            hasDetails={hasDetails}
          />
        );
      })}
      {box.marks.map((mark) => (
        <rect
          key={mark.function}
          className={styles.mark}
          data-selected={selected?.has(mark.function) || undefined}
          {...inset(mark.rect)}
        />
      ))}
      {verdicts && <VerdictChips kinds={verdicts} isStale={isStale} rect={box.rect} />}
    </g>
  );
});
