import type { Rect } from '../../layout/scene.ts';
import { NOWHERE } from '../rects.ts';
import type { Camera, Size } from './camera.ts';
import { type CullFrame, NO_FRAME, nextFrame } from './cullFrame.ts';
import { constrained, zoomLimits } from './limits.ts';
import { willDo } from './standIn.ts';

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
  /** What React has drawn: the frame, or one before it. */
  #drawn: CullFrame = NO_FRAME;
  #isZooming = false;
  /** The zoom before it began to change. */
  #restingZoom = 1;
  #standsIn = false;
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

  /** The zoom changes, and more is to come: until `settle`, there is nothing for React to draw. */
  get isZooming(): boolean {
    return this.#isZooming;
  }

  /** Just now the canvas shows what elements would show: those there are will not do. */
  get standsIn(): boolean {
    return this.#standsIn;
  }

  /** The same object until React has something to draw anew. */
  readonly frame = (): CullFrame => this.#frame;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Moves as near to `camera` as the limits allow; `isZooming`: on the way to another zoom. */
  moveTo(camera: Camera, isZooming = false): void {
    const k = this.clampZoom(camera.k);
    this.#camera = constrained({ ...camera, k }, this.#bounds, this.#size);
    this.#isZooming = isZooming;
    this.#changed();
  }

  /** The zoom rests. */
  settle(): void {
    if (!this.#isZooming) return;
    this.#isZooming = false;
    this.#changed();
  }

  /** React has drawn this frame. */
  drew(frame: CullFrame): void {
    if (frame === this.#drawn) return;
    this.#drawn = frame;
    if (this.#standsIn) this.#changed();
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
    if (!this.#isZooming) {
      this.#restingZoom = this.#camera.k;
      if (this.#size.width > 0) this.#frame = nextFrame(this.#frame, this.#camera, this.#size);
    }
    this.#standsIn = this.#drawn.detail !== 'overview' && this.#isStandInNeeded();
    for (const listener of this.#listeners) listener();
  }

  /** Once there, the stand-in stays until React has drawn what the zoom led to: nothing flickers. */
  #isStandInNeeded(): boolean {
    if (!this.#isZooming) return this.#standsIn && this.#drawn !== this.#frame;
    return this.#standsIn || !willDo(this.#drawn, this.#restingZoom, this);
  }
}
