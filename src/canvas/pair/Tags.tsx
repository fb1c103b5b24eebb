import { useMemo } from 'react';
import { placeTags } from '../../layout/placeTags.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { useIsPlaying } from '../play/useIsPlaying.ts';
import type { Drawn } from '../state/drawn.ts';
import { PairTags } from './PairTags.tsx';
import styles from './pair.module.css';
import type { PairLook } from './pairLook.ts';
import { pathLook } from './pathLook.ts';
import { pathTags } from './pathTags.ts';
import type { PairDrawing } from './usePairDrawing.ts';
import { useTagView } from './useTagView.ts';

export interface TagsProps {
  readonly camera: CameraStore;
  readonly isAfar: boolean;
  readonly drawn: Drawn;
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly look: PairLook;
  readonly drawing: PairDrawing;
}

/** Who is who in the chosen pair, and what decides: over everything. */
export function Tags({ camera, isAfar, drawn, byId, look, drawing }: TagsProps) {
  const { k, view } = useTagView(camera);
  const turn = drawing.route?.turn ?? null;
  const isPlaying = useIsPlaying();
  const tags = useMemo(() => {
    const all = pathTags(drawn.scene, byId, look, turn, isAfar);
    // Then each place has its say when the packet comes to it; words would lie in its way.
    return isPlaying ? all.filter(({ kind }) => kind === 'end') : all;
  }, [drawn, byId, look, turn, isAfar, isPlaying]);
  const places = useMemo(
    () => placeTags(tags, k, drawing.inTheWay, view),
    [tags, k, view, drawing.inTheWay],
  );
  const isCut =
    !isPlaying && turn !== null && look.kind === 'both' && pathLook(look) === 'NOT_SUPPORTED';
  return (
    <>
      {isCut && <Cut x={turn.x} y={turn.y} />}
      <PairTags tags={tags} places={places} />
    </>
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
