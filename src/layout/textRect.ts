import { TEXT_SIZES } from './metrics.ts';
import type { Rect, SceneText } from './scene.ts';
import { textWidth } from './textWidth.ts';

/** Shares of the font's size that letters take above and below their baseline. */
const ABOVE = 0.75;
const BELOW = 0.22;

/** What the letters of a text cover. */
export function textRect({ x, y, text, role, anchor }: SceneText): Rect {
  const size = TEXT_SIZES[role];
  const width = textWidth(text, role);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - ABOVE * size, width, height: (ABOVE + BELOW) * size };
}
