import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { StreamPlan } from '../streamPlan.ts';
import type { LimitContext } from './limitContext.ts';

const NOBODY = '' as FunctionId;

/**
 * The function whose registers say by what sizes one goes: virtual functions have none of their own, what
 * stands there reads as 0 (Single Root I/O Virtualization, PCI Express base specification 9.3.5.4).
 */
export function physicalOf(
  { analysis: { topology } }: LimitContext,
  id: FunctionId | null,
): PciFunction | null {
  const fn = id === null ? undefined : topology.functions[topology.indexOf.get(id) ?? -1];
  if (!fn || fn.physfn === null) return fn ?? null;
  return topology.functions[topology.indexOf.get(fn.physfn) ?? -1] ?? fn;
}

/** Sizes, limits and warnings all ask for them. */
const known = new WeakMap<StreamPlan, readonly PciFunction[]>();

/** Ends of all links that a stream crosses, with its requester and completer; each once. */
export function functionsOnWay(context: LimitContext, plan: StreamPlan): readonly PciFunction[] {
  const found = known.get(plan) ?? gather(context, plan);
  known.set(plan, found);
  return found;
}

function gather(context: LimitContext, plan: StreamPlan): readonly PciFunction[] {
  const { functions, indexOf } = context.analysis.topology;
  const places = new Set<number>();
  const meet = (id: FunctionId | null | undefined) => {
    const place = indexOf.get(physicalOf(context, id ?? null)?.id ?? NOBODY);
    if (place !== undefined) places.add(place);
  };
  meet(plan.requester);
  for (const { request, completion } of plan.ways) {
    for (const stages of [request, completion]) {
      for (const stage of stages) {
        if (stage.kind !== 'link') continue;
        meet(context.links[stage.link]?.upper);
        meet(context.links[stage.link]?.lower);
      }
    }
  }
  meet(plan.completer);
  return [...places].flatMap((place) => functions[place] ?? []);
}
