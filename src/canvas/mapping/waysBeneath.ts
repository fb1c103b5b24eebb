import { rectAt } from '../../layout/rects.ts';
import type { Rect, Scene } from '../../layout/scene.ts';
import { textRect } from '../../layout/textRect.ts';
import { grown } from '../rects.ts';

/** Round words, so that no line touches a letter. */
const AIR = 2;

/**
 * What ways run beneath, so that it stays readable: words, and in the drawing of functions the boxes of
 * ports that they pass through.
 */
export function waysBeneath(
  { drawing, boxes, frames, links }: Scene,
  passed: ReadonlySet<string>,
): readonly Rect[] {
  const ports = boxes.filter(
    ({ kind, key }) => drawing === 'functions' && kind !== 'device' && passed.has(key),
  );
  const words = [...boxes, ...frames, ...links].flatMap(({ texts }) => texts);
  return [
    ...ports.map(({ rect }) => rect),
    ...words.map((text) => grown(textRect(text), 2 * AIR, AIR)),
  ];
}

/** The four sides of a rectangle. */
export function edgesOf({ x, y, width, height }: Rect): readonly Rect[] {
  return [
    rectAt({ x, y }, width, 0),
    rectAt({ x, y: y + height }, width, 0),
    rectAt({ x, y }, 0, height),
    rectAt({ x: x + width, y }, 0, height),
  ];
}
