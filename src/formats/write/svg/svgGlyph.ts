import type { Rect } from '../../../layout/scene.ts';
import { element } from './xml.ts';

/** Strokes of a square of 16, scaled to the place; the pen stays as wide as it was. */
export function svgGlyph(path: string, { x, y, width }: Rect, stroke: string): string {
  const scale = width / 16;
  return element('path', {
    d: path,
    transform: `translate(${x} ${y}) scale(${scale})`,
    fill: 'none',
    stroke,
    'stroke-width': 1.25 / Math.sqrt(scale),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}
