import { type RefObject, useLayoutEffect } from 'react';
import type { CameraStore } from './CameraStore.ts';

/** The widest link as drawn, and what the halo of a way stands out beyond it, in pixels. */
const WIDEST_LINK = 5;
const HALO = 4;
/** Origins are multiples of this, in drawing units: whole pixels at 100 %. */
const GRID = 64;
/** While the zoom changes, what is drawn is stretched by no more than this before it is drawn anew. */
const LARGEST_STRETCH = 1.4;
/**
 * After so many frames without a change the zoom is taken to rest, and all is drawn as it should be.
 * Not after a time: where frames take long, drawing anew between them would make them take longer.
 */
const REST_FRAMES = 5;

/**
 * Moves what is drawn with the camera, without React. `layer` is one for the browser, too: panning
 * moves it, and a zoom under way stretches it, without anything being drawn anew. What its elements
 * hold (a group each, or a box with texts) follows in steps, and when the zoom rests. Their origin
 * is near what is in view, so that coordinates stay small. At rest, translations are whole device
 * pixels: hairlines are crisp.
 */
export function useTransform(camera: CameraStore, layer: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = layer.current;
    return element ? follow(camera, element) : undefined;
  }, [camera, layer]);
}

function follow(camera: CameraStore, layer: HTMLElement): () => void {
  let drawn = { k: 0, left: 0, top: 0 };
  let quiet = 0;
  let asked = 0;

  const drawAt = (k: number) => {
    const { box } = camera.frame();
    const left = Math.round(box.x / GRID) * GRID;
    const top = Math.round(box.y / GRID) * GRID;
    if (k === drawn.k && left === drawn.left && top === drawn.top) return;
    drawn = { k, left, top };
    for (const { firstElementChild: inside } of layer.children) {
      if (inside instanceof HTMLElement) {
        inside.style.transform = `scale(${k}) translate(${-left}px, ${-top}px)`;
      } else {
        inside?.setAttribute('transform', `scale(${k}) translate(${-left} ${-top})`);
      }
    }
    layer.style.setProperty('--inverse', String(1 / k));
    layer.style.setProperty('--halo', `${Math.max(8, WIDEST_LINK * k + HALO)}px`);
  };
  const place = () => {
    const { x, y, k } = camera.camera;
    const stretch = k / drawn.k;
    const ratio = window.devicePixelRatio;
    const crisp = (value: number) => (stretch === 1 ? Math.round(value * ratio) / ratio : value);
    const moved = `translate(${crisp(x + drawn.left * k)}px, ${crisp(y + drawn.top * k)}px)`;
    layer.style.transform = stretch === 1 ? moved : `${moved} scale(${stretch})`;
  };
  const rest = () => {
    drawAt(camera.camera.k);
    place();
  };
  const waitForRest = () => {
    asked = 0;
    quiet += 1;
    if (quiet >= REST_FRAMES) rest();
    else asked = requestAnimationFrame(waitForRest);
  };
  const apply = () => {
    const { k } = camera.camera;
    const isZooming = k !== drawn.k;
    // From afar the canvas does most of it; tags should not be seen to stretch.
    const isAfar = camera.frame().detail === 'overview';
    const stretch = Math.max(k / drawn.k, drawn.k / k);
    drawAt(stretch <= LARGEST_STRETCH && !isAfar ? drawn.k : k);
    place();
    if (!isZooming || isAfar) return;
    quiet = 0;
    if (asked === 0) asked = requestAnimationFrame(waitForRest);
  };
  rest();
  const stop = camera.subscribe(apply);
  return () => {
    stop();
    cancelAnimationFrame(asked);
  };
}
