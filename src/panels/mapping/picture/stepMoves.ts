import type { MapPhase, MapStep, StepValue } from '../../../engine/dma/mapStep.ts';

/** In the order in which mapping goes through them; a refused list ends with `restore`. */
export const PHASES: readonly { readonly phase: MapPhase; readonly words: string }[] = [
  { phase: 'divert', words: 'Divert' },
  { phase: 'classify', words: 'Classify' },
  { phase: 'size', words: 'Size' },
  { phase: 'allocate', words: 'Allocate' },
  { phase: 'program', words: 'Program' },
  { phase: 'lay-out', words: 'Lay out' },
  { phase: 'restore', words: 'Restore' },
  { phase: 'return', words: 'Return' },
];

/** Which step is shown: `null` is the end, and so is what lies beyond it. */
export function stepShown(steps: readonly MapStep[], step: number | null): number {
  const last = Math.max(0, steps.length - 1);
  return step === null ? last : Math.min(Math.max(0, step), last);
}

/** What is remembered for a step: at the end `null`, so that the whole picture stands. */
export function stepKept(steps: readonly MapStep[], at: number): number | null {
  return at >= steps.length - 1 ? null : Math.max(0, at);
}

/** The next step of a phase from here on, else its first; `null`: this mapping has no such phase. */
export function stepOfPhase(steps: readonly MapStep[], at: number, phase: MapPhase): number | null {
  const later = steps.findIndex((step, index) => index > at && step.phase === phase);
  const any = later >= 0 ? later : steps.findIndex((step) => step.phase === phase);
  return any >= 0 ? any : null;
}

/** Keys beside those that a slider has of its own. */
export function stepAfterKey(key: string, at: number, steps: readonly MapStep[]): number | null {
  const { phase } = steps[at] ?? {};
  if (key === 'PageDown') {
    const next = steps.findIndex((step, index) => index > at && step.phase !== phase);
    return next >= 0 ? next : steps.length - 1;
  }
  if (key === 'PageUp') {
    for (let back = at - 1; back >= 0; back--) {
      if (steps[back]?.phase !== steps[back - 1]?.phase) return back;
    }
    return 0;
  }
  return null;
}

export interface ShownVariable extends StepValue {
  /** This step gave it its value, and it had another one before or none. */
  readonly isChanged: boolean;
}

/** All variables as they stand after a step, in the order in which they came. */
export function variablesAt(steps: readonly MapStep[], at: number): readonly ShownVariable[] {
  const now = new Map<string, ShownVariable>();
  steps.slice(0, at + 1).forEach(({ values }, index) => {
    for (const value of values) {
      const isChanged = index === at && now.get(value.name)?.value !== value.value;
      now.set(value.name, { ...value, isChanged });
    }
  });
  return [...now.values()];
}
