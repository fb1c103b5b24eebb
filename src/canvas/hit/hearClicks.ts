import type { Point } from '../../layout/scene.ts';

/** A line over the machine that is pointed at: at its words, or at itself. */
export interface Pointed<Line> {
  readonly way: Line;
  readonly on: 'tag' | 'line';
}

/** So far a press may move and still is a click, in CSS pixels. */
const STILL = 4;

/** Takes the line that is clicked. The drawing itself hears nothing; its surface does. */
export function hearClicks<Line>(
  surface: HTMLElement,
  signal: AbortSignal,
  found: (event: PointerEvent) => Pointed<Line> | null,
  take: (line: Line) => void,
): void {
  let pressed: Point | null = null;
  const press = (event: PointerEvent) => {
    pressed = { x: event.clientX, y: event.clientY };
    // Words lie over the machine: what is beneath them is not meant.
    if (event.button === 0 && found(event)?.on === 'tag') event.stopImmediatePropagation();
  };
  const release = (event: PointerEvent) => {
    const from = pressed;
    pressed = null;
    if (!from || event.button !== 0) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) return;
    const way = found(event)?.way;
    if (way) take(way);
  };
  surface.addEventListener('pointerdown', press, { signal, capture: true });
  surface.addEventListener('pointerup', release, { signal, capture: true });
}
