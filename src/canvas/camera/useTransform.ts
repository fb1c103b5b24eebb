import { type RefObject, useLayoutEffect } from 'react';
import type { Rect } from '../../layout/scene.ts';
import { grown } from '../rects.ts';
import type { CameraStore } from './CameraStore.ts';

/** The widest link as drawn, and what the halo of a way stands out beyond it, in pixels. */
const WIDEST_LINK = 5;
const HALO = 4;
/** Origins are multiples of this, in drawing units: whole pixels at 100 %. */
const GRID = 64;
/**
 * Up to so many pixels off, the origin stays, and with it all that the browser has painted: another
 * origin would be another picture.
 */
const NEAR = 1024;
/**
 * Moves what is drawn with the camera, without React. `layer` is one for the browser, too: panning
 * moves it, and a zoom under way stretches it, without anything being drawn anew. What its elements
 * hold (a group each, or a box with texts) follows when the zoom rests. While a canvas stands in for
 * most of it, that is hidden, and the rest is drawn with each step. Their origin is near what is in
 * view, so that coordinates stay small. At rest, translations are whole device pixels: hairlines are
 * crisp.
 */
export function useTransform(
  camera: CameraStore,
  layer: RefObject<HTMLElement | null>,
  what: 'seen' | 'heard',
): void {
  useLayoutEffect(() => {
    const element = layer.current;
    return element ? follow(camera, element, what) : undefined;
  }, [camera, layer, what]);
}

/**
 * A dot in two corners. While parts come and go at the edges of what is drawn, its extent stays the
 * same: a layer that grows or shrinks is painted anew, all of it.
 */
function corners({ x, y, width, height }: Rect): string {
  return `M${x} ${y}h1v1M${x + width} ${y + height}h-1v-1`;
}

function follow(camera: CameraStore, layer: HTMLElement, what: 'seen' | 'heard'): () => void {
  // What is of the screen's size. Not the whole layer: all in it would be styled anew.
  const sized = layer.querySelectorAll<SVGElement>('[data-sized]');
  const extent = layer.querySelector('[data-extent]');
  let drawn = { k: 0, left: 0, top: 0, isFar: true };
  let stoodIn = false;

  const drawAt = (k: number) => {
    const { box, detail } = camera.frame();
    const isFar = detail === 'overview';
    const off = Math.max(Math.abs(box.x - drawn.left), Math.abs(box.y - drawn.top)) * k;
    if (k === drawn.k && isFar === drawn.isFar && off < NEAR) return;
    const left = Math.round(box.x / GRID) * GRID;
    const top = Math.round(box.y / GRID) * GRID;
    drawn = { k, left, top, isFar };
    for (const { firstElementChild: inside } of layer.children) {
      if (inside instanceof HTMLElement) {
        inside.style.transform = `scale(${k}) translate(${-left}px, ${-top}px)`;
      } else {
        inside?.setAttribute('transform', `scale(${k}) translate(${-left} ${-top})`);
      }
    }
    extent?.setAttribute('d', isFar ? '' : corners(grown({ ...box, x: left, y: top }, NEAR / k)));
    for (const { style } of sized) {
      style.setProperty('--inverse', String(1 / k));
      style.setProperty('--halo', `${Math.max(8, WIDEST_LINK * k + HALO)}px`);
    }
  };
  const place = () => {
    const { x, y, k } = camera.camera;
    const stretch = k / drawn.k;
    const ratio = window.devicePixelRatio;
    const crisp = (value: number) => (stretch === 1 ? Math.round(value * ratio) / ratio : value);
    const moved = `translate(${crisp(x + drawn.left * k)}px, ${crisp(y + drawn.top * k)}px)`;
    layer.style.transform = stretch === 1 ? moved : `${moved} scale(${stretch})`;
  };
  const apply = () => {
    const { isZooming } = camera;
    // Nothing stands in for what is heard; nobody sees it stretch.
    const standsIn = camera.standsIn && what === 'seen';
    if (standsIn !== stoodIn) layer.toggleAttribute('data-stood-in', standsIn);
    stoodIn = standsIn;
    // From afar the canvas does most of it; tags should not be seen to stretch.
    const isLittle = standsIn || camera.frame().detail === 'overview';
    drawAt(isZooming && !isLittle && drawn.k > 0 ? drawn.k : camera.camera.k);
    place();
  };
  apply();
  return camera.subscribe(apply);
}
