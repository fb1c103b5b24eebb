import { withArticle } from '../base/article.ts';
import { type Problem, problemError } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from './machine.ts';
import type { PciFunction } from './pciFunction.ts';
import { kindsOf, references } from './references.ts';

/**
 * What a document's form cannot express: that ids are unique, that references lead to things of
 * the right kind, that the tree is a tree. Each makes a document unusable; what merely looks wrong on
 * a machine is for `engine/check`.
 */
export function validate(machine: Machine): readonly Problem[] {
  const { kinds, problems } = kindsOf(machine);
  const functions = new Map(machine.functions.map((fn) => [fn.id, fn]));
  return [
    ...problems,
    ...brokenReferences(machine, kinds),
    ...machine.functions.flatMap((fn, index) => misplaced(fn, functions, `/functions/${index}`)),
    ...loops(machine, functions),
  ];
}

function brokenReferences(
  machine: Machine,
  kinds: ReadonlyMap<string, string>,
): readonly Problem[] {
  return references(machine).flatMap(({ id, kinds: wanted, where }) => {
    const kind = kinds.get(id);
    if (kind === undefined) return [problemError(`${id} does not exist.`, { where })];
    if (wanted.includes(kind)) return [];
    return [
      problemError(
        `${id} is ${withArticle(kind)}; ${withArticle(wanted.join(' or '))} is needed here.`,
        { where },
      ),
    ];
  });
}

type Functions = ReadonlyMap<string, PciFunction>;

function misplaced(fn: PciFunction, functions: Functions, where: string): readonly Problem[] {
  const problems: Problem[] = [];
  const parent = parentOf(fn, functions);
  if (parent?.bridge === null) {
    problems.push(
      problemError(`${fn.id} cannot be below ${parent.id}, which is no bridge.`, { where }),
    );
  }
  if (fn.physfn === fn.id) {
    problems.push(problemError(`${fn.id} is its own physical function.`, { where }));
  }
  for (const memory of fn.p2pMemory) {
    if (memory.bar > 5) {
      problems.push(problemError(`${fn.id} has no BAR ${memory.bar}.`, { where }));
    }
  }
  return problems;
}

function parentOf(fn: PciFunction, functions: Functions): PciFunction | undefined {
  return fn.parent !== UNKNOWN && fn.parent.kind === 'function'
    ? functions.get(fn.parent.id)
    : undefined;
}

/** A way up that comes back to itself. Each function is walked once. */
function loops(machine: Machine, functions: Functions): readonly Problem[] {
  const settled = new Set<string>();
  const problems: Problem[] = [];
  for (const start of machine.functions) {
    const onWay = new Set<string>();
    let fn: PciFunction | undefined = start;
    while (fn && !settled.has(fn.id)) {
      if (onWay.has(fn.id)) {
        problems.push(problemError(`${fn.id} is above itself.`, { where: fn.id }));
        break;
      }
      onWay.add(fn.id);
      fn = parentOf(fn, functions);
    }
    for (const id of onWay) settled.add(id);
  }
  return problems;
}
