import type { LimitCurve } from '../throughputReport.ts';
import type { LimitPoint } from './limitPoints.ts';

/**
 * Curves from points: for each size the points of each chain. A flow of several chains (both ways) has
 * the sum of what each could have; where one of them has no such limit, the flow has none at that size.
 */
export function gatherCurves(
  bySize: readonly (readonly (readonly LimitPoint[])[])[],
): readonly LimitCurve[] {
  const kinds = new Map<string, { kind: LimitPoint['kind']; where: Set<string> }>();
  for (const point of bySize.flat(2)) {
    const known = kinds.get(keyOf(point)) ?? { kind: point.kind, where: new Set() };
    known.where.add(point.where);
    kinds.set(keyOf(point), known);
  }
  return [...kinds].map(([key, { kind, where }]) => ({
    kind,
    where: where.size > 2 ? `${[...where][0]} and others` : [...where].join(', '),
    bytesPerSecond: bySize.map((chains) => sumOf(chains, key)),
  }));
}

/** Caps are told apart by their names, the other limits by their kinds: their places change with the size. */
function keyOf({ kind, where }: LimitPoint): string {
  return CAPS.has(kind) ? `${kind} ${where}` : kind;
}

const CAPS: ReadonlySet<LimitPoint['kind']> = new Set([
  'root-complex',
  'switch',
  'socket-link',
  'pci-bus',
  'memory',
]);

function sumOf(chains: readonly (readonly LimitPoint[])[], key: string): number | null {
  let sum = 0;
  for (const points of chains) {
    const found = points.find((point) => keyOf(point) === key);
    // One way's cap is no limit for the other way; what it could have there is not known.
    if (!found) return null;
    sum += found.bytesPerSecond;
  }
  return chains.length === 0 ? null : sum;
}
