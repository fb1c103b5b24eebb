import { memo, useLayoutEffect, useRef } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { PaletteProbe } from '../overview/PaletteProbe.tsx';
import { usePalette } from '../overview/usePalette.ts';
import styles from './carry.module.css';
import type { DropSpot } from './dropSpots.ts';
import { paintSpots } from './paintSpots.ts';

interface Props {
  readonly camera: CameraStore;
  readonly spots: readonly DropSpot[];
  readonly aimed: readonly Rect[];
  readonly isLegal: boolean;
  readonly sources: readonly Rect[];
}

/** Its colours are read once, and not with every place that is aimed at. */
const Probe = memo(PaletteProbe);

/** Where what is carried can go, lit over the drawing; painted when that or the camera changes. */
export function SpotsCanvas({ camera, ...look }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<SVGSVGElement>(null);
  const palette = usePalette(probe);
  const { spots, aimed, isLegal, sources } = look;
  useLayoutEffect(() => {
    const element = canvas.current;
    const brush = element?.getContext('2d');
    if (!element || !brush || !palette) return;
    let asked = 0;
    const paint = () => {
      asked = 0;
      const { size } = camera;
      const ratio = window.devicePixelRatio;
      const width = Math.round(size.width * ratio);
      const height = Math.round(size.height * ratio);
      // Setting either takes new memory for it.
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      brush.setTransform(ratio, 0, 0, ratio, 0, 0);
      brush.clearRect(0, 0, size.width, size.height);
      paintSpots(brush, { spots, aimed, isLegal, sources, camera: camera.camera, size, palette });
    };
    paint();
    const stop = camera.subscribe(() => {
      if (asked === 0) asked = requestAnimationFrame(paint);
    });
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [camera, palette, spots, aimed, isLegal, sources]);
  return (
    <>
      <Probe probe={probe} />
      <canvas ref={canvas} className={styles.canvas} />
    </>
  );
}
