import { memo, useMemo, useRef } from 'react';
import type { FunctionId } from '../../model/ids.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { PartId } from '../../store/state.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import type { Hulls } from '../groups/useHulls.ts';
import { boxVerdicts } from '../pair/endVerdicts.ts';
import type { Drawn } from '../state/drawn.ts';
import { OverviewCanvas } from './OverviewCanvas.tsx';
import type { Overview } from './overview.ts';
import { PaletteProbe } from './PaletteProbe.tsx';
import { usePalette } from './usePalette.ts';

interface Props {
  readonly camera: CameraStore;
  readonly isAfar: boolean;
  readonly drawn: Drawn;
  readonly selection: ReadonlySet<PartId>;
  readonly lit: Overview['lit'];
  readonly verdicts: ReadonlyMap<FunctionId, VerdictKind>;
  readonly isStale: boolean;
  readonly hulls: Hulls;
  readonly heat: Overview['heat'];
}

/** The canvas: all there is while the machine is seen from afar, a stand-in while the zoom changes. */
export const OverviewLayer = memo(function OverviewLayer(props: Props) {
  const { camera, isAfar, drawn, selection, lit, verdicts, isStale, hulls, heat = null } = props;
  const { scene, index } = drawn;
  const probe = useRef<SVGSVGElement>(null);
  const palette = usePalette(probe);
  const byBox = useMemo(() => {
    const found = new Map<string, readonly VerdictKind[]>();
    for (const box of scene.boxes) {
      const kinds = boxVerdicts(box, verdicts);
      if (kinds) found.set(box.key, kinds);
    }
    return found;
  }, [scene, verdicts]);
  return (
    <>
      <PaletteProbe probe={probe} />
      {palette && (
        <OverviewCanvas
          camera={camera}
          isAfar={isAfar}
          scene={scene}
          index={index}
          palette={palette}
          selected={selection}
          lit={lit}
          verdicts={byBox}
          isStale={isStale}
          hulls={hulls.hulls}
          areHullsStale={hulls.isStale}
          heat={heat}
        />
      )}
    </>
  );
});
