import type { Point } from '../../layout/scene.ts';

/** What a wheel event brings, as far as it matters here. */
export interface Wheel {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type WheelMove =
  | { readonly kind: 'pan'; readonly by: Point }
  | { readonly kind: 'zoom'; readonly factor: number };

const LINE = 20;
const PAGE = 400;
/** A notch of a mouse's wheel is some 100 pixels, a step of a pinch a few: neither shall leap. */
const LARGEST_STEP = 12;

/**
 * Two fingers on a trackpad pan. A pinch arrives as a wheel with Ctrl, and zooms like a mouse's
 * wheel with Ctrl or Cmd. Shift turns a wheel sideways, where the system has not done so already.
 */
export function wheelMove(wheel: Wheel): WheelMove {
  const unit = wheel.deltaMode === 1 ? LINE : wheel.deltaMode === 2 ? PAGE : 1;
  const x = wheel.deltaX * unit;
  const y = wheel.deltaY * unit;
  if (wheel.ctrlKey || wheel.metaKey) {
    const step = Math.min(Math.max(y, -LARGEST_STEP), LARGEST_STEP);
    return { kind: 'zoom', factor: Math.exp(-step / 80) };
  }
  if (wheel.shiftKey && x === 0) return { kind: 'pan', by: { x: -y, y: 0 } };
  return { kind: 'pan', by: { x: x === 0 ? 0 : -x, y: y === 0 ? 0 : -y } };
}
