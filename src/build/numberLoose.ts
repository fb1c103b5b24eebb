import { type Problem, problemError, problemWarning } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { isBridge, type NumberTree } from './numberTree.ts';

/**
 * Why functions hang below no host bridge: each cause once, not every function that it leaves
 * without a number. Linear: a way up is walked until it meets one that was walked before.
 */
export function numberLoose(machine: Machine, tree: NumberTree): readonly Problem[] {
  const { functions, loose } = tree;
  if (loose.length === 0) return [];
  const known = new Map<string, PciFunction>(functions.map((fn) => [fn.id, fn]));
  const hosts = new Set<string>(machine.hostBridges.map((host) => host.id));
  const problems: Problem[] = [];
  const walked = new Map<string, number>();
  for (const start of loose) {
    let fn = functions[start];
    while (fn && !walked.has(fn.id)) {
      walked.set(fn.id, start);
      const cause = causeAt(fn, known, hosts);
      if (cause) {
        problems.push(cause);
        break;
      }
      fn = fn.parent === UNKNOWN ? undefined : known.get(fn.parent.id);
      if (fn && walked.get(fn.id) === start) problems.push(loop(fn));
    }
  }
  return problems;
}

function causeAt(
  { id: where, parent }: PciFunction,
  functions: ReadonlyMap<string, PciFunction>,
  hosts: ReadonlySet<string>,
): Problem | null {
  const hint = 'Plug it in below a port or on a host bridge.';
  if (parent === UNKNOWN) {
    return problemWarning(`What is above ${where} is not known, so it has no number.`, {
      where,
      hint,
    });
  }
  if (parent.kind === 'host') {
    if (hosts.has(parent.id)) return null;
    return problemError(`${where} is on ${parent.id}, which is not there.`, { where, hint });
  }
  const above = functions.get(parent.id);
  if (!above) {
    return problemError(`${where} is below ${parent.id}, which is not there.`, { where, hint });
  }
  if (isBridge(above) || above.bridge === UNKNOWN) return null;
  return problemError(`${where} is below ${parent.id}, which is no bridge.`, { where, hint });
}

const loop = ({ id: where }: PciFunction): Problem =>
  problemError(`${where} is above itself, so nothing on that way has a number.`, {
    where,
    hint: 'Plug one of them in below a port that leads to a host bridge.',
  });
