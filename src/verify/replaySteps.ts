import { UNKNOWN } from '../base/unknown.ts';
import { type Analysis, analyze } from '../engine/analyze.ts';
import { MappingCache } from '../engine/p2pdma/mappingCache.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { requestOfCase } from './deriveCase.ts';
import type { GoldenInput, GoldenStep } from './goldenCase.ts';
import { shownKind } from './shownMapping.ts';

/** A step without the kernel's answer. */
export type StepQuestion =
  | { readonly op: 'dist'; readonly provider: FunctionId; readonly client: FunctionId }
  | { readonly op: 'map'; readonly provider: FunctionId; readonly client: FunctionId }
  | { readonly op: 'acsctl'; readonly function: FunctionId; readonly control: number };

/** What was asked in a step. */
export function questionOf(step: GoldenStep): StepQuestion {
  if (step.op === 'acsctl') return step;
  const { op, provider, client } = step;
  return { op, provider, client };
}

/**
 * Does the same things to the machine in the same order, and tells the answer of each: a distance,
 * how a page is mapped, nothing for a register written.
 */
export function replaySteps(
  input: GoldenInput,
  booted: Analysis,
  steps: readonly StepQuestion[],
): readonly (number | string | null)[] {
  const cache = new MappingCache(input.era.features);
  let now = booted;
  return steps.map((step) => {
    if (step.op === 'acsctl') {
      now = analyze(withControl(now.machine, step.function, step.control), {
        ...requestOfCase(input),
        acsWords: 'as-is',
      });
      return null;
    }
    const verdict = now.pair(step.provider, step.client);
    if (step.op === 'map') return shownKind(cache.map(verdict).mapType);
    cache.asked(verdict);
    return verdict.result;
  });
}

/** Somebody wrote that control word (`setpci`). */
function withControl(machine: Machine, id: FunctionId, control: number): Machine {
  return {
    ...machine,
    functions: machine.functions.map((fn) =>
      fn.id === id && fn.acs !== null && fn.acs !== UNKNOWN
        ? { ...fn, acs: { ...fn.acs, control } }
        : fn,
    ),
  };
}
