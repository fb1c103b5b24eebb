import { NOT_SHOWN, ON_ROOT_BUS, type Topology } from '../pci/topology.ts';
import type { HostPathAnswer } from './hostPath.ts';
import { OUTCOME } from './outcome.ts';
import { NOBODY_ON_WAY, type OnWay } from './pairJudge.ts';
import { PairWalk } from './pairWalk.ts';
import type { PairRule } from './verdict.ts';

const REFUSED: HostPathAnswer = {
  answer: 'no',
  rule: 'other-upstream-port',
  row: null,
  decidedBy: [],
};

/**
 * Judges pairs as the patch series did from 2017 to March 2018: the bridge two steps above the
 * provider must be the one two steps above the client (a switch's upstream port, where both sit
 * directly in the switch). What hangs off a root port is refused, and so are peers on different
 * legs of cascaded switches. ACS is not asked.
 *
 * Source: `get_upstream_bridge_port()` and `upstream_bridges_match()`, drivers/pci/p2pdma.c,
 * sbates130272/linux-p2pmem 4e8c8d8a1a80.
 */
export class SameUpstreamPortJudge extends PairWalk {
  override readonly directRule: PairRule = 'same-upstream-port';

  constructor(topology: Topology) {
    super(topology, new Uint8Array(topology.functions.length));
  }

  override onWay(): OnWay {
    return NOBODY_ON_WAY;
  }

  protected override decide(): void {
    const [mine, yours] = [this.#twoAbove(this.provider), this.#twoAbove(this.client)];
    this.viaHost = null;
    this.possible = OUTCOME.BUS_ADDR;
    if (mine >= 0 && mine === yours) return;
    const isKnown = mine !== NOT_SHOWN && yours !== NOT_SHOWN;
    const isRefused = mine === ON_ROOT_BUS || yours === ON_ROOT_BUS || isKnown;
    this.viaHost = this.beyondDirect();
    this.possible =
      isRefused || !this.#mayMatch(mine, yours)
        ? OUTCOME.NOT_SUPPORTED
        : OUTCOME.BUS_ADDR | OUTCOME.NOT_SUPPORTED;
  }

  protected beyondDirect(): HostPathAnswer {
    return REFUSED;
  }

  #twoAbove(index: number): number {
    const { upstream } = this.topology;
    const above = upstream[index] ?? NOT_SHOWN;
    return above < 0 ? above : (upstream[above] ?? NOT_SHOWN);
  }

  /** With one of the two hidden: only if the ways may meet at all. */
  #mayMatch(mine: number, yours: number): boolean {
    return this.common === NOT_SHOWN || mine === yours;
  }
}
