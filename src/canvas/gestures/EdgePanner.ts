import type { Point } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import type { Camera } from '../camera/camera.ts';
import type { Mark, Pilot } from '../camera/Pilot.ts';
import { edgePan } from './edgePan.ts';

/**
 * Moves the sheet by itself while the hand is near its edge. It begins once the hand has been further
 * in: what comes in over the edge from a panel, or is taken up there, does not set it off. What it has
 * moved it can give back.
 */
export class EdgePanner {
  readonly #camera: CameraStore;
  readonly #pilot: Pilot;
  #at: Point | null = null;
  #wasInside = false;
  #asked = 0;
  #before = 0;
  /** Where the sheet lay, and where it was left by the last step from here. */
  #moved: { readonly from: Mark; readonly to: Camera } | 'by-others' | null = null;

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

  /** The sheet goes back to where it lay, if nobody else has moved it since. */
  giveBack(): void {
    const moved = this.#moved;
    this.#moved = null;
    if (moved === null || moved === 'by-others') return;
    if (isSame(moved.to, this.#camera.camera)) this.#pilot.backTo(moved.from);
  }

  /** Where the sheet lies is where it belongs from now on. */
  forget(): void {
    this.#moved = null;
  }

  readonly #step = (now: number): void => {
    this.#asked = 0;
    if (this.#at === null) return;
    const by = edgePan(this.#at, this.#camera.size, Math.max(0, now - this.#before));
    this.#before = now;
    if (by === null) return;
    this.#asked = requestAnimationFrame(this.#step);
    this.#move(by);
  };

  #move(by: Point): void {
    const moved = this.#moved;
    const from = moved === null || moved === 'by-others' ? this.#pilot.mark() : moved.from;
    const isOthers =
      moved === 'by-others' || (moved !== null && !isSame(moved.to, this.#camera.camera));
    this.#pilot.pan(by);
    this.#moved = isOthers ? 'by-others' : { from, to: this.#camera.camera };
  }
}

function isSame(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.k === b.k;
}
