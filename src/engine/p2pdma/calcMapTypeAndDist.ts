import { NOT_SHOWN, type Topology } from '../pci/topology.ts';
import type { HostPath, HostPathAnswer } from './hostPath.ts';
import { PairWalk } from './pairWalk.ts';
import { redirectLevels } from './redirectLevels.ts';

/**
 * Judges pairs as `calc_map_type_and_dist()` does (drivers/pci/p2pdma.c, Linux 5.4 to 7.1; the rule
 * is the same in all of them): nothing on the way redirects: BUS_ADDR. One redirects, or there is
 * no common bridge: the root complex must be trusted to forward ({@link HostPath}):
 * THRU_HOST_BRIDGE, else NOT_SUPPORTED.
 */
export class MapTypesJudge extends PairWalk {
  readonly #hostPath: HostPath;

  constructor(topology: Topology, hostPath: HostPath) {
    super(topology, redirectLevels(topology));
    this.#hostPath = hostPath;
  }

  protected beyondDirect(): HostPathAnswer {
    const { host } = this.topology;
    return this.#hostPath(host[this.provider] ?? NOT_SHOWN, host[this.client] ?? NOT_SHOWN);
  }
}
