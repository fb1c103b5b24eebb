import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';

/**
 * Does a kernel with the patch series of 2018 take RR, CR and EC away from this function at boot, so
 * that peers reach each other at the price of isolation? Versions 2 and 3 do for everything behind
 * a switch: what has two bridges above it, so the downstream ports and what is plugged into them,
 * and neither root ports nor a switch's own upstream port. Version 4 does for every bridge, root
 * ports as well.
 *
 * Source: the series "Copy Offload in NVMe Fabrics with P2P PCI Memory", patch "Clear ACS P2P flags
 * for all devices behind switches" (v3) and the list of changes in v4, linux-pci, 2018;
 * `get_upstream_bridge_port()` as of early 2018.
 */
export function clearsAcsP2pFlags(
  how: KernelFeatures['acsAtBoot'],
  topology: Topology,
  index: number,
): Answer {
  switch (how) {
    case 'request':
      return 'no';
    case 'request-then-clear-behind-switches':
      return hasTwoBridgesAbove(topology, index);
    case 'request-then-clear-on-bridges': {
      const { headerType } = functionAt(topology, index);
      if (headerType === UNKNOWN) return UNKNOWN;
      return headerType === 1 ? 'yes' : 'no';
    }
  }
}

function hasTwoBridgesAbove(topology: Topology, index: number): Answer {
  let at = index;
  for (let bridges = 0; bridges < 2; bridges++) {
    at = topology.upstream[at] ?? NOT_SHOWN;
    if (at < 0) return at === NOT_SHOWN ? UNKNOWN : 'no';
  }
  return 'yes';
}
