/** The parts of an algorithm, for people to find their way. */
export type MapPhase =
  /** Who maps, and whether in the usual way. */
  'divert' | 'classify' | 'size' | 'allocate' | 'program' | 'lay-out' | 'restore' | 'return';

/** A variable as it stands after a step. */
export interface StepValue {
  /** As the facts call it: `total`, `pad`, `span`, `cur_len`, `d`. */
  readonly name: string;
  readonly value: number;
  readonly as: 'address' | 'bytes' | 'count';
}

/** One step of mapping a list, for stepping through it. */
export interface MapStep {
  readonly phase: MapPhase;
  /** The kernel's function that does it: `iommu_dma_map_sg`. */
  readonly call: string;
  /** The input entry that it is about. */
  readonly entry: number | null;
  /** The output that it makes or lengthens, and how long that is after it. */
  readonly output: { readonly index: number; readonly length: number } | null;
  readonly values: readonly StepValue[];
  /** What is decided, in a sentence. */
  readonly text: string;
}

/** Takes steps down; a mapping without one runs at full speed. */
export interface StepRecorder {
  readonly step: (step: MapStep) => void;
  /**
   * Whether the next step is wanted; one that is not need not be made, and counts as taken down.
   * Absent: all are.
   */
  readonly takes?: () => boolean;
}

/** Asked before steps that come for each entry, so that long lists pay for none that nobody sees. */
export function takesStep(recorder: StepRecorder | undefined): recorder is StepRecorder {
  return recorder !== undefined && (recorder.takes?.() ?? true);
}
