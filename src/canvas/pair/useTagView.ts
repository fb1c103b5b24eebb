import { useLayoutEffect, useState } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { viewOf } from '../camera/camera.ts';
import { uncovered } from '../camera/limits.ts';

/** What places of tags are chosen for. */
interface TagView {
  readonly k: number;
  /** The part of the scene that is seen, and not covered by controls. */
  readonly view: Rect;
}

/** The camera is taken to rest after so many milliseconds. */
const REST = 120;

/**
 * Where tags are looked at from. Their places are chosen anew for every eighth of a doubling of the
 * zoom and when the camera comes to rest, not for every step of a pinch: tags do not jump about.
 */
export function useTagView(camera: CameraStore): TagView {
  const [view, setView] = useState(() => tagView(camera));
  useLayoutEffect(() => {
    let timer = 0;
    let shown = eighths(camera.camera.k);
    const look = () => {
      shown = eighths(camera.camera.k);
      setView(tagView(camera));
    };
    const moved = () => {
      clearTimeout(timer);
      if (eighths(camera.camera.k) !== shown) look();
      timer = window.setTimeout(look, REST);
    };
    look();
    const stop = camera.subscribe(moved);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [camera]);
  return view;
}

function tagView({ camera, size }: CameraStore): TagView {
  return { k: camera.k, view: viewOf(camera, uncovered(size)) };
}

function eighths(k: number): number {
  return Math.round(Math.log2(k) * 8);
}
