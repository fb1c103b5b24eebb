import { METRICS } from '../metrics.ts';
import type { Scene, SceneText } from '../scene.ts';
import { wrapText } from '../textWidth.ts';

/** Width of the text above the drawing, and how much of it there is at most. */
const WIDTH = 560;
const MOST_LINES = 8;
const PITCH = 16;
const GAP = 20;

/** The scene with what is said of the machine as a whole: above the drawing, at the left. */
export function withMachineNotes(scene: Scene, notes: readonly string[]): Scene {
  if (notes.length === 0) return scene;
  const lines: string[] = [];
  for (const note of notes) {
    if (lines.length < MOST_LINES) {
      lines.push(...wrapText(note, 'note', WIDTH, MOST_LINES - lines.length));
    }
  }
  const { bounds } = scene;
  const { margin } = METRICS;
  const isEmpty = scene.boxes.length === 0 && scene.frames.length === 0;
  const height = lines.length * PITCH + (isEmpty ? 0 : GAP);
  const x = bounds.x + margin;
  const top = bounds.y - height + margin;
  const texts = lines.map(
    (text, index): SceneText => ({
      role: 'note',
      text,
      x,
      y: top + index * PITCH + 12,
      anchor: 'start',
    }),
  );
  return {
    ...scene,
    texts,
    bounds: {
      x: bounds.x,
      y: bounds.y - height,
      width: Math.max(bounds.width, WIDTH + 2 * margin),
      height: bounds.height + height,
    },
  };
}
