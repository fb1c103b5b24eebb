import { memo } from 'react';
import { cardsBehind, standsForSeveral } from '../../layout/cardsBehind.ts';
import type { SceneBox } from '../../layout/scene.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { PartId } from '../../store/state.ts';
import { inset } from '../rects.ts';
import { DeviceGlyph } from './DeviceGlyph.tsx';
import styles from './draw.module.css';
import { PortShape } from './PortShape.tsx';
import { SignShape } from './SignShape.tsx';
import { VerdictChips } from './VerdictChips.tsx';

interface Props {
  readonly box: SceneBox;
  readonly isSelected: boolean;
  /** The selection, if any port or mark of this box is in it. */
  readonly selection: ReadonlySet<PartId> | null;
  /** Towards or from the one end of a pair that is chosen. */
  readonly verdicts: readonly VerdictKind[] | null;
  readonly isStale: boolean;
}

/** A card, a switch, a port: a box with its glyph and ports; `TextLayer` writes on it. */
export const BoxShape = memo(function BoxShape(props: Props) {
  const { box, isSelected, selection, verdicts, isStale } = props;
  return (
    <>
      {standsForSeveral(box) && <path className={styles.behind} d={cardsBehind(box.rect)} />}
      <rect
        className={styles.box}
        data-kind={box.kind}
        data-selected={isSelected || undefined}
        {...inset(box.rect)}
        rx={3}
      />
      {box.glyph && <DeviceGlyph kind={box.device} rect={box.glyph} />}
      {box.ports.map((port) => (
        <PortShape
          key={port.function}
          port={port}
          isSelected={selection?.has(port.function) ?? false}
        />
      ))}
      {box.marks.map((mark) => (
        <rect
          key={mark.function}
          className={styles.mark}
          data-selected={selection?.has(mark.function) || undefined}
          {...inset(mark.rect)}
        />
      ))}
      {box.signs?.map((sign) => (
        <SignShape key={`${sign.kind} ${sign.about}`} sign={sign} />
      ))}
      {verdicts && <VerdictChips kinds={verdicts} isStale={isStale} rect={box.rect} />}
    </>
  );
});
