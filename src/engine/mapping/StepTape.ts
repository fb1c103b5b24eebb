import type { MapStep, StepRecorder } from '../dma/mapStep.ts';

/** Takes steps down until it is full, then counts. */
export class StepTape implements StepRecorder {
  readonly steps: MapStep[] = [];
  readonly #most: number;
  #leftOut = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get leftOut(): number {
    return this.#leftOut;
  }

  takes(): boolean {
    if (this.steps.length < this.#most) return true;
    this.#leftOut++;
    return false;
  }

  step(step: MapStep): void {
    if (this.steps.length < this.#most) this.steps.push(step);
    else this.#leftOut++;
  }
}
