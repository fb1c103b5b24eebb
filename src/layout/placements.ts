import type { Machine, Placement } from '../model/machine.ts';
import type { Extent } from './arrange/knot.ts';
import type { Direction, Point, ScenePartId } from './scene.ts';

const NONE: Extent = { u: 0, v: 0 };

/** What the user has done with each part on the drawing. */
export class Placements {
  readonly #byId: ReadonlyMap<string, Placement>;
  readonly #direction: Direction;

  constructor(machine: Machine, direction: Direction) {
    this.#byId = new Map(machine.placements.map((placement) => [placement.about, placement]));
    this.#direction = direction;
  }

  of(id: string): Placement | undefined {
    return this.#byId.get(id);
  }

  /** How far the part was moved, on the axes of the arrangement. */
  shift(id: string): Extent {
    const placement = this.#byId.get(id);
    if (!placement) return NONE;
    const { dx, dy } = placement;
    return this.#direction === 'down' ? { u: dx, v: dy } : { u: dy, v: dx };
  }

  /** The same in x and y. */
  moved(id: string): Point {
    const { dx = 0, dy = 0 } = this.#byId.get(id) ?? {};
    return { x: dx, y: dy };
  }

  isCollapsed(id: ScenePartId): boolean {
    return this.#byId.get(id)?.collapsed ?? false;
  }
}
