import type { Collapser } from '../collapse/Collapser.ts';
import type { Likeness } from '../stack/likeness.ts';
import { runsOf } from '../stack/runsOf.ts';
import type { NodeKnot } from './node.ts';

/** Neighbouring ports with devices that are alike as one port with one device. */
export function stackedNodes(
  knots: readonly NodeKnot[],
  likeness: Likeness,
  collapser: Collapser,
): readonly NodeKnot[] {
  const keyOf = ({ what, outlets }: NodeKnot): string | null => {
    if (what.kind !== 'function' || what.functions.length !== 1) return null;
    const [port] = what.functions;
    const kids = outlets.flatMap((outlet) => outlet.kids);
    const isDevice = (kid: NodeKnot) => kid.what.kind === 'function' && kid.outlets.length === 0;
    if (!port || !collapser.isPort(port) || kids.length === 0 || !kids.every(isDevice)) return null;
    const device = kids.flatMap((kid) => (kid.what.kind === 'function' ? kid.what.functions : []));
    return likeness.of(port, device);
  };
  return runsOf(knots, keyOf)
    .map((run) => (run.length < 2 ? run[0] : oneOf(run)))
    .filter(isKnot);
}

const isKnot = (knot: NodeKnot | undefined): knot is NodeKnot => knot !== undefined;

/** All of them in the place of the first; what is below them, likewise. */
function oneOf(run: readonly NodeKnot[]): NodeKnot | undefined {
  const [first] = run;
  if (first?.what.kind !== 'function') return first;
  const outlets = first.outlets.map((outlet, at) => ({
    ...outlet,
    kids: outlet.kids.flatMap((_, place) => {
      const alike = run.flatMap((knot) => knot.outlets[at]?.kids[place] ?? []);
      return oneOf(alike) ?? [];
    }),
  }));
  const functions = run.flatMap(({ what }) => (what.kind === 'function' ? what.functions : []));
  return { ...first, what: { ...first.what, functions, stack: run.length }, outlets };
}
