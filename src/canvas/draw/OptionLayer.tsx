import { memo } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { PartId } from '../../store/state.ts';
import type { CullFrame } from '../camera/cullFrame.ts';
import { partOfBox } from '../keys/partTree.ts';
import { inset } from '../rects.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Lit } from '../state/lit.ts';
import { isBoxSelected } from '../state/markSelected.ts';
import styles from './OptionLayer.module.css';

interface Props {
  readonly frame: CullFrame;
  readonly drawn: Drawn;
  readonly selection: ReadonlySet<PartId>;
  /** Name of a part with what the pair makes of it. */
  readonly nameOf: (id: PartId) => string;
  readonly lit: Lit | null;
}

/**
 * An element for each part in view: what is heard, pointed at and clicked. What is seen lies beneath
 * and outside of the element that listens to wheel and touch: of everything inside, the browser
 * reckons in every frame where such an event would have to wait for us, which takes quadratic time.
 */
export const OptionLayer = memo(function OptionLayer(props: Props) {
  const { frame, drawn, selection, nameOf, lit } = props;
  if (frame.detail === 'overview') return null;
  // A part may stand at several places, as a divided slot does: what is drawn names the element.
  const option = (key: string, id: PartId, rect: Rect, isSelected: boolean, stepsBack: boolean) => (
    <Option key={key} name={nameOf(id)} rect={rect} isSelected={isSelected} stepsBack={stepsBack} />
  );
  return (
    <>
      {drawn.index.frames
        .in(frame.box)
        .map(({ id, key, rect }) =>
          option(`frame ${key}`, id, rect, selection.has(id), lit !== null && !lit.frames.has(key)),
        )}
      {drawn.index.boxes.in(frame.box).flatMap((box) => {
        const own = partOfBox(box);
        // Of a collapsed host bridge or socket the frame is the part.
        const part = own !== null && drawn.tree.parts.get(own)?.what.kind === 'frame' ? null : own;
        const stepsBack = lit !== null && !lit.boxes.has(box.key);
        const small = [...box.ports, ...box.marks].filter((each) => each.function !== part);
        return [
          part &&
            option(
              `box ${box.key}`,
              part,
              box.rect,
              isBoxSelected(box, part, selection),
              stepsBack,
            ),
          ...small.map((each) =>
            option(
              each.function,
              each.function,
              each.rect,
              selection.has(each.function),
              stepsBack,
            ),
          ),
        ];
      })}
    </>
  );
});

interface OptionProps {
  readonly name: string;
  readonly rect: Rect;
  readonly isSelected: boolean;
  readonly stepsBack: boolean;
}

const Option = memo(function Option({ name, rect, isSelected, stepsBack }: OptionProps) {
  return (
    <rect
      role="option"
      tabIndex={-1}
      className={styles.option}
      aria-label={name}
      aria-selected={isSelected}
      data-steps-back={stepsBack || undefined}
      {...inset(rect)}
      rx={3}
    />
  );
});
