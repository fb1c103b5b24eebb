import { memo } from 'react';
import type { Scene, SceneBox } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { CullFrame } from '../camera/cullFrame.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Lit } from '../state/lit.ts';
import { boxTexts } from './boxTexts.ts';
import styles from './draw.module.css';
import { SheetText, type WrittenText } from './SheetText.tsx';

interface Props {
  readonly frame: CullFrame;
  readonly drawn: Drawn;
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly lit: Lit | null;
  /** Words of links that have to make room for what these carry. */
  readonly moved?: ReadonlyMap<string, readonly WrittenText[]> | undefined;
}

/** What is written on the part of the machine that is in view; its elements have names of their own. */
export const TextLayer = memo(function TextLayer(props: Props) {
  const { frame, drawn, byId, lit, moved } = props;
  if (frame.detail === 'overview') return null;
  const { index, scene } = drawn;
  const hasDetails = frame.detail === 'details';
  const frames = index.frames.in(frame.box);
  const boxes = index.boxes.in(frame.box);
  const links = hasDetails ? index.links.in(frame.box) : [];
  const written = (isStrong: boolean) => {
    const isIn = (has: boolean | undefined) => lit === null || has === isStrong;
    return (
      <>
        {frames
          .filter(({ key }) => isIn(lit?.frames.has(key)))
          .map(({ key, texts }) => (
            <Texts key={key} texts={texts} />
          ))}
        {links
          .filter(({ key }) => isIn(lit?.links.has(key)))
          .map(({ key, upper, texts }) => (
            <Texts key={`${key} ${upper}`} texts={moved?.get(key) ?? texts} />
          ))}
        {boxes
          .filter(({ key }) => isIn(lit?.boxes.has(key)))
          .map((box) => (
            <BoxTexts key={box.key} box={box} byId={byId} scene={scene} hasDetails={hasDetails} />
          ))}
      </>
    );
  };
  const ties = hasDetails ? scene.ties : [];
  const tied = [
    ...ties.map(({ key, texts }) => <Texts key={key} texts={texts} />),
    // What is said of the whole machine.
    <Texts key="machine" texts={scene.texts} />,
  ];
  if (lit === null) {
    return (
      <>
        {tied}
        {written(true)}
      </>
    );
  }
  return (
    <>
      <div className={`${styles.weak} ${styles.group}`}>
        {tied}
        {written(false)}
      </div>
      <div className={styles.group}>{written(true)}</div>
    </>
  );
});

const Texts = memo(function Texts({ texts }: { readonly texts: readonly WrittenText[] }) {
  return texts.map((text) => <SheetText key={`${text.x} ${text.y}`} text={text} isPlain={false} />);
});

interface BoxProps {
  readonly box: SceneBox;
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly scene: Scene;
  readonly hasDetails: boolean;
}

const BoxTexts = memo(function BoxTexts({ box, byId, scene, hasDetails }: BoxProps) {
  return boxTexts(box, byId, scene, hasDetails).map((text) => (
    <SheetText
      key={`${text.x} ${text.y}`}
      text={text}
      isPlain={!hasDetails}
      isRimmed={box.kind === 'switch' && text.role === 'title'}
    />
  ));
});
