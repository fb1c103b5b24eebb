import type { Topology } from '../pci/topology.ts';
import type { HostPathAnswer } from './hostPath.ts';
import { NOBODY_ON_WAY, type OnWay } from './pairJudge.ts';
import { PairWalk } from './pairWalk.ts';

const REFUSED: HostPathAnswer = {
  answer: 'no',
  rule: 'no-common-bridge',
  row: null,
  decidedBy: [],
};

/**
 * Judges pairs as version 4 of the patch series did: any bridge above both will do, and ACS is not
 * asked, because a kernel built for it has cleared redirection at boot on every bridge.
 *
 * Source: cover letter of the series, 23 April 2018, "Changes in v4"
 * (patchwork.ozlabs.org, 20180423233046.21476-1-logang@deltatee.com).
 */
export class CommonBridgeJudge extends PairWalk {
  constructor(topology: Topology) {
    super(topology, new Uint8Array(topology.functions.length));
  }

  override onWay(): OnWay {
    return NOBODY_ON_WAY;
  }

  protected beyondDirect(): HostPathAnswer {
    return REFUSED;
  }
}
