import type { PairVerdict } from '../engine/report.ts';
import { formatAddress } from '../model/address.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';

/** Functions as the command names them: by address, or by id where a drawn one has no number. */
export type FunctionNames = (id: FunctionId) => string;

/** The names of a machine's functions. */
export function functionNames(machine: Machine): FunctionNames {
  const names = new Map<FunctionId, string>();
  for (const fn of machine.functions) {
    names.set(fn.id, fn.address ? formatAddress(fn.address) : fn.id);
  }
  return (id) => names.get(id) ?? id;
}

/** A verdict as JSON shows it. */
export function verdictJson(verdict: PairVerdict, name: FunctionNames) {
  return {
    provider: name(verdict.provider),
    client: name(verdict.client),
    mapType: verdict.mapType,
    possible: verdict.possible,
    distance: verdict.distance,
    result: verdict.result,
    acsRedirect: verdict.acsRedirect.map(name),
    acsUnknown: verdict.acsUnknown.map(name),
    rule: verdict.rule,
    confidence: verdict.confidence,
    decidedBy: verdict.decidedBy,
    ...(verdict.classes && { classes: verdict.classes }),
  };
}
