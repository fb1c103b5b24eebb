import type { AssumptionId } from '../kernel/conditions.ts';
import { NOT_SHOWN } from '../pci/topology.ts';
import type { Carried } from './carry.ts';
import type { Journey } from './packet.ts';
import type { FabricWalk, WalkOutcome } from './walk.ts';
import { wayToRoot } from './wayToRoot.ts';

/** Request and completion as one walk; `back` is `null` where nothing comes back. */
export function walkOf(journey: Journey, there: Carried, back: Carried | null): FabricWalk {
  const throughRoot = { request: there.throughRoot, completion: back?.throughRoot ?? false };
  return {
    question: journey.question,
    hops: [...there.hops, ...(back?.hops ?? [])],
    outcome: worst(there.outcome, back?.outcome ?? 'completed'),
    throughRoot,
    failure: there.failure ?? back?.failure ?? null,
    assumed:
      throughRoot.request || throughRoot.completion ? assumedBy(journey, there.packet.to) : [],
  };
}

function worst(a: WalkOutcome, b: WalkOutcome): WalkOutcome {
  if (a === 'refused' || b === 'refused') return 'refused';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'completed';
}

function assumedBy(
  { topology, conditions, requester }: Journey,
  target: number,
): readonly AssumptionId[] {
  const assumed: AssumptionId[] = [];
  if (conditions.iommu.source === 'default') assumed.push('iommu');
  const ends = target >= 0 ? [requester, target] : [requester];
  const hosts = ends.map((end) => wayToRoot(topology, end).host);
  const isGuess = (host: number) =>
    host !== NOT_SHOWN && (topology.machine.hostBridges[host]?.isGuess ?? false);
  if (hosts.some(isGuess)) assumed.push('root-bus');
  return assumed;
}
