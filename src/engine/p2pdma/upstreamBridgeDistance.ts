import type { KernelFeatures } from '../kernel/features.ts';
import { NOT_SHOWN, type Topology } from '../pci/topology.ts';
import type { HostPath, HostPathAnswer } from './hostPath.ts';
import { PairWalk } from './pairWalk.ts';
import { redirectLevels } from './redirectLevels.ts';

const REFUSED = { answer: 'no', row: null, decidedBy: [] } as const;

/**
 * Judges pairs as Linux 4.20 to 5.3 did: ACS redirection on the way to a common bridge refuses at
 * once, whatever the host bridge; only a pair without a common bridge could pass, and only from 5.2
 * on, where both host bridges were the first Zen's.
 *
 * Source: `upstream_bridge_distance()` and `pci_p2pdma_distance_many()`, drivers/pci/p2pdma.c, Linux
 * 4.20 to 5.3.
 */
export class RedirectRefusesJudge extends PairWalk {
  readonly #hostPath: HostPath;
  readonly #asksHost: boolean;

  constructor(topology: Topology, hostPath: HostPath, { hostIdentity }: KernelFeatures) {
    super(topology, redirectLevels(topology));
    this.#hostPath = hostPath;
    this.#asksHost = hostIdentity !== 'none';
  }

  protected beyondDirect(): HostPathAnswer {
    if (this.common >= 0) return { ...REFUSED, rule: 'acs-redirect-refuses' };
    if (!this.#asksHost) return { ...REFUSED, rule: 'no-common-bridge' };
    const { host } = this.topology;
    const [from, to] = [host[this.provider] ?? NOT_SHOWN, host[this.client] ?? NOT_SHOWN];
    const answer = this.#hostPath(from, to);
    if (this.common !== NOT_SHOWN || answer.answer === 'no') return answer;
    return { ...answer, answer: 'unknown', rule: 'parent-unknown' };
  }
}
