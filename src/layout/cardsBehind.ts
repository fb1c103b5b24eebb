import type { Rect, SceneBox } from './scene.ts';

/** From one card to the one behind it. */
const STEP = 3;

/** The edges of two more cards behind a card that stands for several: the data of a path. */
export function cardsBehind({ x, y, width, height }: Rect): string {
  return [1, 2]
    .map((card) => {
      const by = card * STEP;
      return `M${x + by + 2} ${y + height}v${by - 0.5}h${width - 2.5}v${2.5 - height}h${0.5 - by}`;
    })
    .join('');
}

/** Whether cards are drawn behind a box: it is a stack, or hides more than one function. */
export function standsForSeveral({ stack, collapsed }: SceneBox): boolean {
  return stack !== undefined || (collapsed !== undefined && collapsed.functions > 1);
}
