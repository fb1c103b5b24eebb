import type { KernelFeatures } from '../kernel/features.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { RULES } from '../rules.ts';
import { pairRuleRow } from './pairRuleRow.ts';
import { type Reason, reason } from './reason.ts';

/** The last step: what it comes to, in the words that the kernel in question has for it. */
export function conclusion(verdict: PairVerdict, features: KernelFeatures): Reason {
  const rule = pairRuleRow(features);
  if (verdict.mapType === null) {
    return reason(rule, `Not to be decided from this input: ${verdict.possible.join(' or ')}.`);
  }
  switch (features.pairRule) {
    case 'none':
      return reason(rule, uncheckedText(verdict));
    case 'same-upstream-port':
    case 'common-bridge':
      return reason(rule, seriesText(verdict));
    case 'redirect-refuses':
      return reason(
        verdict.mapType === 'NOT_SUPPORTED' ? RULES.distance : rule,
        beforeMapTypesText(verdict, features),
      );
    case 'map-types':
    case 'node-verdicts':
    case 'tlp-classes':
      return reason(
        verdict.mapType === 'NOT_SUPPORTED' ? RULES.distance : rule,
        mapTypeText(verdict),
      );
  }
}

function mapTypeText({ mapType, result, distance }: PairVerdict): string {
  switch (mapType) {
    case 'BUS_ADDR':
      return `BUS_ADDR, distance ${result}: the client is given PCI bus addresses; no transfer leaves the common bridge.`;
    case 'THRU_HOST_BRIDGE':
      return `THRU_HOST_BRIDGE, distance ${result ?? 'not known'}: transfers go up through the root complex and down again.`;
    default:
      return `NOT_SUPPORTED: pci_p2pdma_distance() returns -1 (hop count ${distance ?? 'not known'}).`;
  }
}

function beforeMapTypesText(
  { mapType, result, distance }: PairVerdict,
  { hostPathPenalty }: KernelFeatures,
): string {
  switch (mapType) {
    case 'BUS_ADDR':
      return `Allowed, distance ${result} (what later kernels call BUS_ADDR): no transfer leaves the common bridge.`;
    case 'THRU_HOST_BRIDGE': {
      const added =
        hostPathPenalty > 0 && distance !== null
          ? ` (${distance} and 0x${hostPathPenalty.toString(16)}, so that direct ways come first)`
          : '';
      return `Allowed, distance ${result ?? 'not known'}${added}: transfers go up through the root complex and down again.`;
    }
    default:
      return `Refused: pci_p2pdma_distance() returns -1 (hop count ${distance ?? 'not known'}).`;
  }
}

function seriesText({ mapType, distance }: PairVerdict): string {
  return mapType === 'BUS_ADDR'
    ? `Allowed (distance ${distance ?? 'not known'}): the client is given PCI bus addresses.`
    : 'Refused: the provider is not offered to this client.';
}

function uncheckedText({ mapType }: PairVerdict): string {
  return mapType === 'BUS_ADDR'
    ? 'Nobody judges, and there is no map type: the transfer is tried, and its address leads straight from port to port (like BUS_ADDR).'
    : 'Nobody judges, and there is no map type: the transfer is tried, and it goes up to the root complex (like THRU_HOST_BRIDGE), whether that forwards it or not.';
}
