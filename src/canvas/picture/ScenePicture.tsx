import { useLayoutEffect, useRef } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { indexScene } from '../hit/sceneIndex.ts';
import type { Overview } from '../overview/overview.ts';
import { paintOverview } from '../overview/paintOverview.ts';
import type { Palette } from '../overview/palette.ts';
import { signs } from '../overview/signs.ts';
import { fitted } from './fitted.ts';
import { paintSmallSigns } from './paintSmallSigns.ts';
import styles from './ScenePicture.module.css';

interface Props {
  readonly scene: Scene;
  readonly palette: Palette;
}

const NONE: ReadonlySet<string> = new Set();
const PAD = 8;

/** A machine as small as the place it is given, painted as the sheet paints it from afar. */
export function ScenePicture({ scene, palette }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const paint = () => {
      const ratio = window.devicePixelRatio;
      const size = { width: element.clientWidth, height: element.clientHeight };
      if (size.width === 0 || size.height === 0) return;
      element.width = Math.round(size.width * ratio);
      element.height = Math.round(size.height * ratio);
      const brush = element.getContext('2d', { alpha: false });
      if (!brush) return;
      const overview: Overview = {
        scene,
        index: indexScene(scene),
        camera: fitted(scene.bounds, size, PAD),
        size,
        part: { x: 0, y: 0, ...size },
        ratio,
        palette,
        signs: signs(),
        selected: NONE,
        lit: null,
        verdicts: new Map(),
        isStale: false,
        hulls: [],
        areHullsStale: false,
      };
      paintOverview(brush, overview);
      paintSmallSigns(brush, overview);
    };
    const observer = new ResizeObserver(paint);
    observer.observe(element);
    paint();
    return () => observer.disconnect();
  }, [scene, palette]);
  return <canvas ref={canvas} className={styles.picture} />;
}
