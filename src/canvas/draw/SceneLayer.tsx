import { memo, useSyncExternalStore } from 'react';
import type { SceneBox, SceneFrame, SceneLink } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { PartId } from '../../store/state.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { partOfBox } from '../keys/partTree.ts';
import { acsMark } from '../names/acsMark.ts';
import { partElementId } from '../names/partElementId.ts';
import { boxVerdicts } from '../pair/endVerdicts.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Lit } from '../state/lit.ts';
import { isBoxSelected } from '../state/markSelected.ts';
import { BoxShape, type PartLook } from './BoxShape.tsx';
import styles from './draw.module.css';
import { FrameShape } from './FrameShape.tsx';
import { LinkShape } from './LinkShape.tsx';

interface Props {
  readonly camera: CameraStore;
  readonly drawn: Drawn;
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly selection: ReadonlySet<PartId>;
  /** Name of a part with what the pair makes of it. */
  readonly nameOf: (id: PartId) => string;
  readonly lit: Lit | null;
  readonly verdicts: ReadonlyMap<FunctionId, VerdictKind>;
  readonly isStale: boolean;
}

/** The part of the machine that is in view, box by box; nothing while it is seen from afar. */
export const SceneLayer = memo(function SceneLayer(props: Props) {
  const { camera, drawn, lit } = props;
  const frame = useSyncExternalStore(camera.subscribe, camera.frame);
  if (frame.detail === 'overview') return null;
  const { index } = drawn;
  const boxes = index.boxes.in(frame.box);
  const links = index.links.in(frame.box);
  const frames = index.frames.in(frame.box);
  const hasDetails = frame.detail === 'details';
  const isLitBox = (box: SceneBox) => lit?.boxes.has(box.key) ?? true;
  const isLitLink = (link: SceneLink) => lit?.links.has(link.key) ?? true;
  const linkShape = (link: SceneLink) => (
    <LinkShape key={`${link.key} ${link.upper}`} link={link} hasCaption={hasDetails} />
  );
  const frameShape = (each: SceneFrame) => (
    <FrameShape
      key={each.key}
      frame={each}
      id={partElementId(each.id)}
      name={props.nameOf(each.id)}
      isSelected={props.selection.has(each.id)}
    />
  );
  const boxShape = (box: SceneBox) => <OneBox key={box.key} {...props} {...{ box, hasDetails }} />;
  return (
    <>
      <g className={lit ? styles.weak : undefined}>
        {frames.filter((each) => !lit?.frames.has(each.key)).map(frameShape)}
      </g>
      {lit && <g>{frames.filter((each) => lit.frames.has(each.key)).map(frameShape)}</g>}
      <g className={lit ? styles.weak : undefined}>
        {links.filter((link) => lit === null || !isLitLink(link)).map(linkShape)}
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
  readonly hasDetails: boolean;
}

/** Turns what holds for the whole sheet into what concerns one box, so that most need no redrawing. */
function OneBox({ box, drawn, byId, selection, nameOf, verdicts, isStale, hasDetails }: BoxProps) {
  const part = partOfBox(box);
  const lookOf = (id: PartId, isSelected: boolean): PartLook => ({
    id: partElementId(id),
    name: nameOf(id),
    isSelected,
    acs: acsOf(byId.get(id as FunctionId)),
  });
  const own = part === null ? null : lookOf(part, isBoxSelected(box, part, selection));
  const ports = new Map(
    box.ports
      .filter((port) => port.function !== part)
      .map((port) => [port.function, lookOf(port.function, selection.has(port.function))]),
  );
  const marked = box.marks.some((mark) => selection.has(mark.function));
  return (
    <BoxShape
      box={box}
      id={own?.id}
      name={own?.name ?? box.title}
      isSelected={own?.isSelected ?? false}
      acs={box.ports.length === 0 ? (own?.acs ?? '') : ''}
      ports={ports.size > 0 ? ports : null}
      selected={marked ? selection : null}
      hasDetails={hasDetails}
      direction={drawn.scene.direction}
      verdicts={boxVerdicts(box, verdicts)}
      isStale={isStale}
    />
  );
}

const BRIDGES: ReadonlySet<PciFunction['type']> = new Set([
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

/** Of ports and bridges only: p2pdma asks endpoints, too, but a mark on every card would drown these. */
function acsOf(fn: PciFunction | undefined): string {
  if (!fn) return '';
  const mark = acsMark(fn);
  return BRIDGES.has(fn.type) || (mark !== '' && mark !== '?') ? mark : '';
}
