import type { FunctionId } from '../../../model/ids.ts';
import { wayToRoot } from '../../fabric/wayToRoot.ts';
import { placeOfId } from '../../pci/topology.ts';
import type { StreamPlan } from '../streamPlan.ts';
import { bitsOfMemory } from './bitsOfMemory.ts';
import type { Found } from './found.ts';
import type { PlanContext } from './planContext.ts';
import { stepsByTree } from './stepsOf.ts';
import { wayOf } from './wayOf.ts';

/** A processor's stores to a function's memory, or its loads: from the root complex down. */
export function cpuWays(
  context: PlanContext,
  completer: FunctionId,
  operation: 'write' | 'read',
  { socket }: NonNullable<StreamPlan['cpu']>,
): Found {
  const { topology } = context.analysis;
  const place = placeOfId(topology, completer);
  const { host, isWhole } = wayToRoot(topology, place);
  const request = stepsByTree(topology, { host }, place);
  const way = wayOf(context, {
    walk: null,
    socket,
    isTranslated: false,
    addressBits: bitsOfMemory(topology, completer, 'bus'),
    request,
    completion: operation === 'read' ? request.toReversed() : null,
  });
  const remarks = isWhole
    ? []
    : ['The input does not show the whole way up: the rest is left out.'];
  return { ways: [way], refusal: null, isRefusedByLinux: false, remarks };
}
