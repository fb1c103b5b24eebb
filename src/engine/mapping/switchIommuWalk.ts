import type { Analysis } from '../analyze.ts';
import { addressHex, type DmaAddress } from '../dma/dmaAddress.ts';
import type { FabricWalk, Hop, WalkQuestion } from '../fabric/walk.ts';

/**
 * What-if: the switch has an IOMMU of its own. A request by IOVA for a peer below it is looked up where
 * it comes in, and turns there by the bus address that was found. `null`: the way does not turn inside a
 * switch, so that the host's IOMMU has to translate as ever; with none, host memory is found by the
 * switch's, too.
 */
export function switchIommuWalk(
  analysis: Analysis,
  { requester, completer, operation, relaxedOrdering }: Omit<WalkQuestion, 'address'>,
  iova: DmaAddress,
  leadsTo: DmaAddress,
): FabricWalk | null {
  const request = { requester, operation, relaxedOrdering };
  const phys = addressHex(leadsTo);
  if (completer !== null) {
    const walk = analysis.walk({ ...request, completer, address: 'bus' });
    return walk.throughRoot.request ? null : turned(walk, addressHex(iova), phys);
  }
  if (analysis.isTranslated(requester)) return null;
  const wire = { address: phys, leadsTo: null };
  const walk = analysis.walkByAddress({ ...request, completer, address: 'host', wire });
  return turned(walk, addressHex(iova), phys);
}

/** The look-up comes in where the request enters the switch. */
function turned(walk: FabricWalk, iova: string, phys: string): FabricWalk | null {
  const enters = walk.hops.findIndex(({ packet }, index) => index > 0 && packet !== 'completion');
  const port = walk.hops[enters];
  if (port?.at.kind !== 'function') return null;
  const lookup: Hop = {
    ...port,
    action: 'translated',
    to: port.at,
    rule: 'iommu-lookup',
    text: `What if: the switch’s own IOMMU finds the IOVA ${iova}, and ${phys} takes its place.`,
    acs: '',
  };
  return { ...walk, hops: walk.hops.toSpliced(enters, 0, lookup) };
}
