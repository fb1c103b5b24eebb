import { UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import { type Analysis, analyze } from '../../analyze.ts';
import { type ConditionRequest, requestOf } from '../../kernel/conditions.ts';
import type { PairVerdict } from '../../p2pdma/verdict.ts';
import { partOnTheWay } from './partOnTheWay.ts';

/** The pair judged again, on another machine or under other conditions. */
export function tryOut(
  analysis: Analysis,
  verdict: PairVerdict,
  change: { readonly machine?: Machine; readonly request?: Partial<ConditionRequest> },
): PairVerdict {
  const request = { ...requestOf(analysis.conditions), ...change.request };
  const { provider, client } = verdict;
  const machine = partOnTheWay(change.machine ?? analysis.asRead, [provider, client]);
  return analyze(machine, request).pair(provider, client);
}

/** The machine with the ACS control words of some functions changed, as an edit changes them. */
export function withAcsControl(
  machine: Machine,
  ids: readonly FunctionId[],
  change: (word: number) => number,
): Machine {
  const chosen = new Set(ids);
  return {
    ...machine,
    functions: machine.functions.map((fn) => {
      if (!chosen.has(fn.id) || fn.acs === null || fn.acs === UNKNOWN) return fn;
      const { control } = fn.acs;
      return control === UNKNOWN ? fn : { ...fn, acs: { ...fn.acs, control: change(control) } };
    }),
  };
}
