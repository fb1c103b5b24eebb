import { hex64Value } from '../../base/hex.ts';
import { functionName } from '../pci/functionName.ts';
import { functionAt } from '../pci/topology.ts';
import { atCpuAddress } from './atAddress.ts';
import { type Carried, type RootStage, settle } from './carry.ts';
import { FABRIC_RULE } from './fabricRules.ts';
import { forwardDown } from './forwardDown.ts';
import { hop } from './hop.ts';
import { unsupportedRequest } from './ingressWords.ts';
import { iommuFailure, iommuLookup } from './iommuLookup.ts';
import {
  type Journey,
  memoryPlace,
  NO_FUNCTION,
  type Packet,
  placeOf,
  rootPlace,
} from './packet.ts';
import type { Hop } from './walk.ts';
import { wayToRoot } from './wayToRoot.ts';

/** A request that came up by an address: what the IOMMU makes of it, and what lies there. */
export const atRootByAddress: RootStage = (journey, packet, host) => {
  const { topology, conditions, question, isTranslated } = journey;
  const { wire } = question;
  if (!wire) throw new Error('a walk by address has one');
  const { address, leadsTo } = wire;
  const here = rootPlace(topology, host);
  const iommu = { kind: 'iommu' } as const;
  const hops: Hop[] = [];
  const kind = leadsTo === null ? 'bus' : 'host';
  const { result, text } = iommuLookup(conditions.iommu.value, isTranslated, kind);
  switch (result) {
    case 'fault': {
      const why = `Addresses are translated for the requester, and ${address} is no IOVA of it: fault.`;
      hops.push(hop(packet, iommu, 'refused', null, FABRIC_RULE.iommu, why));
      const failure = iommuFailure(packet);
      return { hops, next: { kind: 'refused', failure }, isSupposed: false };
    }
    case 'translated': {
      const why = `The IOVA ${address} is found in the requester’s domain: ${leadsTo} takes its place.`;
      hops.push(hop(packet, iommu, 'translated', here, FABRIC_RULE.iommu, why));
      break;
    }
    case 'passed':
      hops.push(hop(packet, iommu, 'passed', here, FABRIC_RULE.iommu, text));
      break;
    case 'absent':
      break;
  }
  // An address that a function below claims on the bus is that function's, unless it was replaced.
  if (result !== 'translated' && packet.to !== NO_FUNCTION) {
    return forwardDown(journey, packet, host, hops);
  }
  const cpu = result === 'translated' && leadsTo !== null ? leadsTo : address;
  const owner = atCpuAddress(topology, hex64Value(cpu));
  switch (owner.kind) {
    case 'bar':
    case 'window': {
      const onward = { ...packet, to: owner.at };
      return { ...forwardDown(journey, onward, host, hops), packet: onward };
    }
    case 'host-window': {
      const why = `${cpu} lies in a host bridge’s window, and nothing below claims it.`;
      hops.push(hop(packet, here, 'refused', null, FABRIC_RULE.atAddress, why));
      const failure = unsupportedRequest(packet, 'the root complex');
      return { hops, next: { kind: 'refused', failure }, isSupposed: false };
    }
    case 'none': {
      const memory = memoryPlace(topology, host);
      const rule = FABRIC_RULE.atAddress;
      const taken = packet.kind === 'read' ? 'Host memory is read.' : 'Host memory takes it in.';
      hops.push(hop(packet, here, 'forwarded', memory, rule, `${cpu} is host memory.`));
      hops.push(hop(packet, memory, 'delivered', null, rule, taken));
      const arrived = { ...packet, to: NO_FUNCTION };
      return { hops, next: { kind: 'arrived' }, isSupposed: false, packet: arrived };
    }
  }
};

/** The answer of host memory: from the root complex down to the requester, by its id. */
export function answerOfMemory(journey: Journey, packet: Packet, there: Carried): Carried {
  const { topology } = journey;
  const { host, nodes } = wayToRoot(topology, packet.to);
  const top = nodes.at(-1) ?? packet.to;
  const here = rootPlace(topology, host);
  const at = there.hops.at(-1)?.at ?? memoryPlace(topology, host);
  const rule = FABRIC_RULE.routeCompletion;
  const name = functionName(functionAt(topology, packet.to));
  const hops = [
    hop(packet, at, 'sent', here, rule, `Host memory answers ${name} with the data.`),
    hop(
      packet,
      here,
      'forwarded',
      placeOf(topology, top),
      rule,
      `Down through ${functionName(functionAt(topology, top))}, which the request came by.`,
    ),
  ];
  return settle(journey, packet, hops, { kind: 'down', at: top }, true, false);
}
