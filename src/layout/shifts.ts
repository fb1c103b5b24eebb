import type { Machine } from '../model/machine.ts';
import type { Extent } from './arrange/knot.ts';
import type { Direction } from './scene.ts';

const NONE: Extent = { u: 0, v: 0 };

/** How far the user has moved each part, on the axes of the arrangement. */
export class Shifts {
  readonly #byId: ReadonlyMap<string, Extent>;

  constructor(machine: Machine, direction: Direction) {
    this.#byId = new Map(
      machine.placements.map(({ about, dx, dy }) => [
        about,
        direction === 'down' ? { u: dx, v: dy } : { u: dy, v: dx },
      ]),
    );
  }

  of(id: string): Extent {
    return this.#byId.get(id) ?? NONE;
  }
}
