import { memo, type ReactNode } from 'react';
import type { SceneBox, SceneFrame, SceneLink } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { PartId } from '../../store/state.ts';
import type { CullFrame } from '../camera/cullFrame.ts';
import { partOfBox } from '../keys/partTree.ts';
import { boxVerdicts } from '../pair/endVerdicts.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Lit } from '../state/lit.ts';
import { isBoxSelected } from '../state/markSelected.ts';
import { BoxShape } from './BoxShape.tsx';
import styles from './draw.module.css';
import { FrameShape } from './FrameShape.tsx';
import { LinkShape } from './LinkShape.tsx';
import { TieShapes } from './TieShapes.tsx';

interface Props {
  readonly frame: CullFrame;
  readonly drawn: Drawn;
  readonly selection: ReadonlySet<PartId>;
  readonly lit: Lit | null;
  readonly verdicts: ReadonlyMap<FunctionId, VerdictKind>;
  readonly isStale: boolean;
  /** What links carry: over their lines and under all boxes. */
  readonly heat?: ReactNode;
}

/** The part of the machine that is in view, box by box; nothing while it is seen from afar. */
export const SceneLayer = memo(function SceneLayer(props: Props) {
  const { frame, drawn, lit } = props;
  if (frame.detail === 'overview') return null;
  const { index } = drawn;
  const boxes = index.boxes.in(frame.box);
  const links = index.links.in(frame.box);
  const frames = index.frames.in(frame.box);
  const isLitBox = (box: SceneBox) => lit?.boxes.has(box.key) ?? true;
  const isLitLink = (link: SceneLink) => lit?.links.has(link.key) ?? true;
  const linkShape = (link: SceneLink) => (
    <LinkShape key={`${link.key} ${link.upper}`} link={link} />
  );
  const frameShape = (each: SceneFrame) => (
    <FrameShape key={each.key} frame={each} isSelected={props.selection.has(each.id)} />
  );
  const boxShape = (box: SceneBox) => <OneBox key={box.key} {...props} box={box} />;
  return (
    <>
      <g className={lit ? styles.weak : undefined}>
        {frames.filter((each) => !lit?.frames.has(each.key)).map(frameShape)}
      </g>
      {lit && <g>{frames.filter((each) => lit.frames.has(each.key)).map(frameShape)}</g>}
      <TieShapes ties={drawn.scene.ties} isWeak={lit !== null} />
      <g className={lit ? styles.weak : undefined}>
        {links.filter((link) => lit === null || !isLitLink(link)).map(linkShape)}
        {props.heat}
        {boxes.filter((box) => lit === null || !isLitBox(box)).map(boxShape)}
      </g>
      {lit && (
        <g>
          {links.filter(isLitLink).map(linkShape)}
          {boxes.filter(isLitBox).map(boxShape)}
        </g>
      )}
    </>
  );
});

interface BoxProps extends Props {
  readonly box: SceneBox;
}

/** Turns what holds for the whole sheet into what concerns one box, so that most need no redrawing. */
function OneBox({ box, selection, verdicts, isStale }: BoxProps) {
  const hasSelected =
    selection.size > 0 && [...box.ports, ...box.marks].some((each) => selection.has(each.function));
  return (
    <BoxShape
      box={box}
      isSelected={isBoxSelected(box, partOfBox(box), selection)}
      selection={hasSelected ? selection : null}
      verdicts={boxVerdicts(box, verdicts)}
      isStale={isStale}
    />
  );
}
