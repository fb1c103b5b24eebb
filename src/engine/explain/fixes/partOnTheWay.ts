import { UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';

/**
 * The machine without what has no say in the verdict on a pair: kept are both ends, all above them,
 * and what sits on a root bus, by which host bridges are known. Rules look upwards only; so a change
 * can be tried out on a few dozen functions where the machine has thousands.
 */
export function partOnTheWay(machine: Machine, ends: readonly FunctionId[]): Machine {
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const kept = new Set<FunctionId>();
  const waiting = [...ends, ...machine.hostBridges.flatMap((host) => host.vmdFunction ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const fn = byId.get(id as FunctionId);
    if (!fn || kept.has(fn.id)) continue;
    kept.add(fn.id);
    const { parent, physfn } = fn;
    if (parent !== UNKNOWN && parent.kind === 'function') waiting.push(parent.id);
    if (physfn !== null) waiting.push(physfn);
  }
  const functions = machine.functions.filter(
    ({ id, parent }) => kept.has(id) || parent === UNKNOWN || parent.kind === 'host',
  );
  return { ...machine, functions };
}
