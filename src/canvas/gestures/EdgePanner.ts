import type { Point } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import type { Pilot } from '../camera/Pilot.ts';
import { edgePan } from './edgePan.ts';

/**
 * Moves the sheet by itself while the hand is near its edge. It begins once the hand has been further
 * in: what comes in over the edge from a panel, or is taken up there, does not set it off.
 */
export class EdgePanner {
  readonly #camera: CameraStore;
  readonly #pilot: Pilot;
  #at: Point | null = null;
  #wasInside = false;
  #asked = 0;
  #before = 0;

  constructor(camera: CameraStore, pilot: Pilot) {
    this.#camera = camera;
    this.#pilot = pilot;
  }

  /** The hand is there, in CSS pixels from the sheet's corner; `null`: it holds nothing. */
  moveTo(at: Point | null): void {
    this.#at = at;
    if (at === null) {
      cancelAnimationFrame(this.#asked);
      this.#asked = 0;
      this.#wasInside = false;
      return;
    }
    const isAtEdge = edgePan(at, this.#camera.size, 1) !== null;
    if (!isAtEdge) this.#wasInside = true;
    else if (this.#wasInside && this.#asked === 0) {
      this.#before = performance.now();
      this.#asked = requestAnimationFrame(this.#step);
    }
  }

  readonly #step = (now: number): void => {
    this.#asked = 0;
    if (this.#at === null) return;
    const by = edgePan(this.#at, this.#camera.size, Math.max(0, now - this.#before));
    this.#before = now;
    if (by === null) return;
    this.#asked = requestAnimationFrame(this.#step);
    this.#pilot.pan(by);
  };
}
