import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import { type Analysis, analyze } from '../analyze.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';

/** The machine under a kernel, and whatever else of the conditions bar is changed. */
export function under(
  machine: Machine,
  era: string,
  change: Partial<ConditionRequest> = {},
): Analysis {
  return analyze(machine, { kernel: eraById(era), ...change });
}

/** The ACS control words after boot, of the functions that have any. */
export function wordsOf(analysis: Analysis): ReadonlyMap<FunctionId, number | 'unknown'> {
  return new Map(analysis.boot.words.map((word) => [word.function, word.control]));
}

/** Everybody in the group of that function. */
export function groupOf(analysis: Analysis, id: FunctionId): readonly FunctionId[] {
  const group = analysis
    .groups()
    .groups.find(({ members }) => members.some((member) => member.function === id));
  return group?.members.map((member) => member.function) ?? [];
}
