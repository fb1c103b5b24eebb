import { type Problem, problemNote, problemWarning } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import { type LinkRate, readLink } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

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
  const reading = readLink(fn, port);
  if (!reading) return null;
  const told = `The link runs at ${written(reading.has)}`;
  switch (reading.fitness) {
    case 'narrow':
      return problemWarning(`${told}; it could be ${written(reading.both)}.`, {
        where: fn.id,
        hint: 'Look at the slot, its bifurcation and the riser.',
      });
    case 'slow':
      return problemWarning(`${told}; it could be ${written(reading.both)}.`, {
        where: fn.id,
        hint: 'Some devices slow down while idle: look again under load.',
      });
    case 'held-by-port':
      return problemNote(
        `${told}, all that the port above it can do; the card could do ${written(reading.can)}.`,
        { where: fn.id },
      );
    default:
      return null;
  }
}

function written({ gts, width }: LinkRate): string {
  return `${gts} GT/s x${width}`;
}
