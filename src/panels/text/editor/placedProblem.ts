import type { SketchProblem } from '../../../sketch/sketch.ts';

/** A problem where it stands now: typing moves it along until the text is read again. */
export interface PlacedProblem {
  readonly from: number;
  readonly to: number;
  readonly problem: SketchProblem;
}
