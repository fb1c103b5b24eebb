import type { Point, Rect } from '../../layout/scene.ts';
import type { CameraMove } from '../../store/state.ts';
import { afterEdit } from './afterEdit.ts';
import type { CameraStore } from './CameraStore.ts';
import { type Camera, panBy, type Size, zoomAt } from './camera.ts';
import { between, FLIGHT_MS } from './flight.ts';
import { fitCamera, revealing, revealingAll } from './limits.ts';

/** One press of a zoom button. */
const ZOOM_STEP = 1.25;
/** One press of a key that moves the sheet, in CSS pixels. */
const PAN_STEP = 80;

/** Where the sheet lies, to come back to. */
export interface Mark {
  readonly camera: Camera;
  readonly isFitted: boolean;
}

/** Moves the camera: at once by hand, in a short flight on request. */
export class Pilot {
  readonly #camera: CameraStore;
  #frame = 0;
  #target: Camera | null = null;
  #before: Mark | null = null;
  /** Everything is in view because that was asked for, and nobody has moved since. */
  #isFitted = false;

  constructor(camera: CameraStore) {
    this.#camera = camera;
  }

  get isFitted(): boolean {
    return this.#isFitted;
  }

  grab(): void {
    this.#before = this.mark();
  }

  /** Back to where it was grabbed, unless the user has moved it on his own since. */
  letGo(): void {
    if (this.#before) this.backTo(this.#before);
    this.#before = null;
  }

  /** The user moves it on his own: whatever is called off later, it stays. */
  keep(): void {
    this.#before = null;
  }

  mark(): Mark {
    return { camera: this.#camera.camera, isFitted: this.#isFitted };
  }

  backTo({ camera, isFitted }: Mark): void {
    this.#set(camera);
    this.#isFitted = isFitted;
  }

  pan(by: Point): void {
    this.#set(panBy(this.#camera.camera, by), this.#camera.isZooming);
  }

  zoom(at: Point, factor: number): void {
    const { camera } = this.#camera;
    const k = this.#camera.clampZoom(camera.k * factor);
    this.#set(zoomAt(camera, at, k), k !== camera.k || this.#camera.isZooming);
  }

  /** Shows this part of the scene in the middle, as large as it is now. */
  centre(at: Point): void {
    const { camera, size } = this.#camera;
    this.#set({
      ...camera,
      x: size.width / 2 - at.x * camera.k,
      y: size.height / 2 - at.y * camera.k,
    });
  }

  fit(rect: Rect, how: 'at-once' | 'in-flight', isAll: boolean): void {
    const to = fitCamera(rect, this.#camera.size);
    if (how === 'at-once') this.#set(to);
    else this.#fly(to);
    this.#isFitted = isAll;
  }

  /** The drawing was edited: only what must is moved, and nobody's zoom is touched. */
  follow(bounds: Rect, changed: readonly Rect[], wasFitted: boolean): void {
    const from = this.#target ?? this.#camera.camera;
    const to = afterEdit(from, bounds, changed, this.#camera.size, wasFitted);
    if (to.camera.x !== from.x || to.camera.y !== from.y) this.#fly(to.camera);
    this.#isFitted = to.isFitted;
  }

  reveal(rect: Rect): void {
    const from = this.#target ?? this.#camera.camera;
    const to = revealing(from, rect, this.#camera.size);
    if (to.x !== from.x || to.y !== from.y) this.#fly(to);
  }

  /** Likewise all of some parts, from further away if it takes that. */
  revealAll(parts: readonly Rect[], corner: Size | null): void {
    const from = this.#target ?? this.#camera.camera;
    const to = revealingAll(from, parts, this.#camera.size, corner);
    if (to !== from) this.#fly(to);
  }

  /** What buttons and keys ask for. */
  carryOut(move: CameraMove, bounds: Rect, selection: Rect | null, focus: Rect | null): void {
    const { camera, size } = this.#camera;
    const from = this.#target ?? camera;
    const middle = { x: size.width / 2, y: size.height / 2 };
    if (move !== 'reveal-focus') this.keep();
    const zoomTo = (k: number, at: Point = middle) =>
      this.#fly(zoomAt(from, at, this.#camera.clampZoom(k)));
    switch (move) {
      case 'fit':
        this.fit(bounds, 'in-flight', true);
        break;
      case 'fit-selection':
        this.fit(selection ?? bounds, 'in-flight', selection === null);
        break;
      case 'actual-size':
        zoomTo(1);
        break;
      case 'in':
        zoomTo(from.k * ZOOM_STEP);
        break;
      case 'out':
        zoomTo(from.k / ZOOM_STEP);
        break;
      // The view goes there, and the sheet the other way.
      case 'left':
        this.pan({ x: PAN_STEP, y: 0 });
        break;
      case 'right':
        this.pan({ x: -PAN_STEP, y: 0 });
        break;
      case 'up':
        this.pan({ x: 0, y: PAN_STEP });
        break;
      case 'down':
        this.pan({ x: 0, y: -PAN_STEP });
        break;
      case 'reveal-focus':
        if (focus) this.reveal(focus);
        break;
    }
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#target = null;
  }

  #set(camera: Camera, isZooming = false): void {
    this.stop();
    this.#isFitted = false;
    this.#camera.moveTo(camera, isZooming);
  }

  #fly(to: Camera): void {
    this.stop();
    this.#isFitted = false;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#camera.moveTo(to);
      return;
    }
    const from = this.#camera.camera;
    const start = performance.now();
    this.#target = to;
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - start) / FLIGHT_MS));
      const at = between(from, to, this.#camera.size, t);
      this.#camera.moveTo(at, t < 1 && from.k !== to.k);
      if (t < 1) this.#frame = requestAnimationFrame(step);
      else this.stop();
    };
    this.#frame = requestAnimationFrame(step);
  }
}
