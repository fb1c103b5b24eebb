import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';

/** The tree as indented names; ports that only stand for what is below them as dots. */
export function treeOf(machine: Machine, below = 'h0', depth = 0): readonly string[] {
  return machine.functions
    .filter(({ parent }) => parent !== UNKNOWN && parent.id === below)
    .filter((each) => each.label !== null || each.bridge !== null)
    .flatMap((each) => [
      `${' '.repeat(depth)}${each.label ?? '.'}`,
      ...treeOf(machine, each.id, depth + 1),
    ]);
}
