import { useMemo, useSyncExternalStore } from 'react';
import type { SceneBox } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { Label } from '../draw/Label.tsx';
import type { Drawn } from '../state/drawn.ts';
import { PairTags } from './PairTags.tsx';
import { PathLines } from './PathLines.tsx';
import styles from './pair.module.css';
import type { PairLook } from './pairLook.ts';
import { type PathLook, pathLook } from './pathLook.ts';
import { pathTags } from './pathTags.ts';
import { placeTags } from './placeTags.ts';
import type { PairDrawing } from './usePairDrawing.ts';

interface Props {
  readonly camera: CameraStore;
  readonly drawn: Drawn;
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly look: PairLook;
  readonly drawing: PairDrawing;
}

/** The chosen pair, over the machine: its way, who is who, and what decides. */
export function PairLayer({ camera, drawn, byId, look, drawing }: Props) {
  // Places of tags are chosen anew for every eighth of a doubling, not for every step of a pinch.
  const octave = useSyncExternalStore(camera.subscribe, () => eighths(camera.camera.k));
  const isAfar = useSyncExternalStore(camera.subscribe, camera.frame).detail === 'overview';
  const { route, stations, lit } = drawing;
  const turn = route?.turn ?? null;
  const tags = useMemo(
    () => pathTags(drawn.scene, byId, look, turn, isAfar),
    [drawn, byId, look, turn, isAfar],
  );
  const places = useMemo(
    () => placeTags(tags, 2 ** (octave / 8), drawing.inTheWay),
    [tags, octave, drawing.inTheWay],
  );
  const path: PathLook | null = look.kind === 'both' ? pathLook(look) : null;
  const switches = useMemo(
    () =>
      lit ? drawn.scene.boxes.filter((box) => box.kind === 'switch' && lit.boxes.has(box.key)) : [],
    [drawn, lit],
  );
  return (
    <>
      {route && path && <PathLines route={route} look={path} stations={stations} />}
      {!isAfar && <SwitchNames switches={switches} />}
      {route && path === 'NOT_SUPPORTED' && <Cut x={route.turn.x} y={route.turn.y} />}
      <PairTags tags={tags} places={places} />
    </>
  );
}

function eighths(k: number): number {
  return Math.round(Math.log2(k) * 8);
}

/** The way through a switch runs across its name: the name is written again, over it. */
function SwitchNames({ switches }: { readonly switches: readonly SceneBox[] }) {
  return (
    <g className={styles.over}>
      {switches.flatMap((box) =>
        box.texts.map((text) => <Label key={`${box.key} ${text.y}`} text={text} />),
      )}
    </g>
  );
}

/** The end of a refused way: a gap with the barred circle in it. */
function Cut({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g
      className={styles.knot}
      style={{ transform: `translate(${x}px, ${y}px) scale(var(--inverse, 1))` }}
    >
      <circle r={13} />
      <path
        className={styles.sign}
        transform="translate(-9.6 -9.6) scale(1.2)"
        d={VERDICT_GLYPHS.NOT_SUPPORTED}
      />
    </g>
  );
}
