import { FABRIC_RULE } from './fabricRules.ts';
import { forwardDown, type RootStretch } from './forwardDown.ts';
import { hop } from './hop.ts';
import { iommuFailure, iommuLookup } from './iommuLookup.ts';
import { type Journey, type Packet, rootPlace } from './packet.ts';
import type { Hop } from './walk.ts';

/** A packet that has come up to the root complex: IOMMU, forwarding, and the port down. */
export function atRoot(journey: Journey, packet: Packet, host: number): RootStretch {
  const { topology, conditions, question } = journey;
  const hops: Hop[] = [];
  const here = rootPlace(topology, host);
  const isRequest = packet.kind !== 'completion';
  if (isRequest) {
    const lookup = iommuLookup(conditions.iommu.value, journey.isTranslated, question.address);
    if (lookup.result === 'fault') {
      const failure = iommuFailure(packet);
      hops.push(hop(packet, { kind: 'iommu' }, 'refused', null, FABRIC_RULE.iommu, lookup.text));
      return { hops, next: { kind: 'refused', failure }, isSupposed: false };
    }
    if (lookup.result !== 'absent') {
      hops.push(
        hop(packet, { kind: 'iommu' }, lookup.result, here, FABRIC_RULE.iommu, lookup.text),
      );
    }
  }
  return forwardDown(journey, packet, host, hops);
}
