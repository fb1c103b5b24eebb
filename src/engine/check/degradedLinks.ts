import { type Problem, problemNote, problemWarning } from '../../base/problem.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';

interface Rate {
  readonly gts: number;
  readonly width: number;
}

/**
 * Links that trained below what their ends can do, once for each link: seen from the lower end
 * where it is shown, and held against the weaker of the two ends.
 */
export function degradedLinks(machine: Machine): readonly Problem[] {
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const reported = new Set<FunctionId>();
  const problems: Problem[] = [];
  for (const fn of machine.functions) {
    if (fn.type === 'root-port' || fn.type === 'downstream' || fn.physfn !== null) continue;
    const port =
      fn.parent !== UNKNOWN && fn.parent.kind === 'function' ? byId.get(fn.parent.id) : undefined;
    if (port && reported.has(port.id)) continue;
    const problem = linkProblem(fn, port);
    if (!problem) continue;
    if (port) reported.add(port.id);
    problems.push(problem);
  }
  return problems;
}

function linkProblem(fn: PciFunction, port: PciFunction | undefined): Problem | null {
  const has = rate(fn, 'current');
  const can = rate(fn, 'capable');
  if (!has || !can || has.width === 0) return null;
  const portCan = port ? rate(port, 'capable') : null;
  const both = portCan
    ? { gts: Math.min(can.gts, portCan.gts), width: Math.min(can.width, portCan.width) }
    : can;
  const told = `The link runs at ${written(has)}`;
  if (has.width < both.width) {
    return problemWarning(`${told}; it could be ${written(both)}.`, {
      where: fn.id,
      hint: 'Look at the slot, its bifurcation and the riser.',
    });
  }
  if (has.gts < both.gts) {
    return problemWarning(`${told}; it could be ${written(both)}.`, {
      where: fn.id,
      hint: 'Some devices slow down while idle: look again under load.',
    });
  }
  if (has.gts < can.gts || has.width < can.width) {
    return problemNote(
      `${told}, all that the port above it can do; the card could do ${written(can)}.`,
      {
        where: fn.id,
      },
    );
  }
  return null;
}

function written({ gts, width }: Rate): string {
  return `${gts} GT/s x${width}`;
}

function rate(fn: PciFunction, which: 'capable' | 'current'): Rate | null {
  if (fn.pcie === null || fn.pcie === UNKNOWN) return null;
  const { link } = fn.pcie;
  if (link === null || link === UNKNOWN) return null;
  const state: OrUnknown<LinkState> = link[which];
  if (state === UNKNOWN || state.gts === UNKNOWN || state.width === UNKNOWN) return null;
  return { gts: state.gts, width: state.width };
}
