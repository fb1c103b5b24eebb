import type { Rect } from '../../layout/scene.ts';
import { NOWHERE } from '../rects.ts';
import type { Camera, Size } from './camera.ts';
import { type CullFrame, NO_FRAME, nextFrame } from './cullFrame.ts';
import { constrained, zoomLimits } from './limits.ts';

type Listener = () => void;

/**
 * The camera, outside of React: it moves with every frame of a gesture, and most of what follows
 * it (one attribute, a canvas, the minimap's window) is set by hand.
 */
export class CameraStore {
  #camera: Camera = { x: 0, y: 0, k: 1 };
  #size: Size = { width: 0, height: 0 };
  #bounds: Rect = NOWHERE;
  #frame: CullFrame = NO_FRAME;
  readonly #listeners = new Set<Listener>();

  get camera(): Camera {
    return this.#camera;
  }

  get size(): Size {
    return this.#size;
  }

  get bounds(): Rect {
    return this.#bounds;
  }

  /** The same object until React has something to draw anew. */
  readonly frame = (): CullFrame => this.#frame;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Moves as near to `camera` as the limits allow. */
  moveTo(camera: Camera): void {
    const k = this.clampZoom(camera.k);
    this.#camera = constrained({ ...camera, k }, this.#bounds, this.#size);
    this.#changed();
  }

  clampZoom(k: number): number {
    const [min, max] = zoomLimits(this.#bounds, this.#size);
    return Math.min(Math.max(k, min), max);
  }

  resize(size: Size): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = size;
    this.moveTo(this.#camera);
  }

  setBounds(bounds: Rect): void {
    this.#bounds = bounds;
    this.moveTo(this.#camera);
  }

  #changed(): void {
    if (this.#size.width > 0) this.#frame = nextFrame(this.#frame, this.#camera, this.#size);
    for (const listener of this.#listeners) listener();
  }
}
