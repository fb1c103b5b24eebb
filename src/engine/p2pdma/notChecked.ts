import type { Conditions } from '../kernel/conditions.ts';
import type { Topology } from '../pci/topology.ts';
import type { HostPathAnswer } from './hostPath.ts';
import { OUTCOME } from './outcome.ts';
import { DIRECT, PairWalk, REDIRECTS } from './pairWalk.ts';
import { redirectLevels } from './redirectLevels.ts';

/**
 * Before p2pdma, nobody judged: memory behind a BAR was mapped as if it were RAM (iopmem, block
 * device and DAX), or its address was handed on as it was (peer memory of RDMA drivers), and the
 * transfer was tried. There is no refusal and no map type; the outcome told is the way that the
 * request takes:
 *
 * - below a common bridge with nothing redirecting, the switch delivers it: BUS_ADDR (the CPU's
 *   physical address and the bus address are the same on x86);
 * - otherwise, and always where the DMA API gives an IOVA, it goes to the root complex:
 *   THRU_HOST_BRIDGE. Nobody asks whether that forwards it.
 *
 * Source: seeds of the discussion (Gunthorpe, November 2016 and January 2018): through the root
 * complex, IOMMU off, in production for years.
 */
export class NotCheckedJudge extends PairWalk {
  readonly #isTranslated: boolean;
  readonly #answer: HostPathAnswer;

  constructor(topology: Topology, { iommu }: Conditions) {
    super(topology, redirectLevels(topology));
    const { mode } = iommu.value;
    this.#isTranslated = mode === 'strict' || mode === 'lazy';
    this.#answer = {
      answer: 'yes',
      rule: 'not-checked',
      row: null,
      decidedBy: iommu.source === 'default' ? ['iommu'] : [],
    };
  }

  protected override decide(redirect: number): void {
    this.viaHost = this.beyondDirect();
    this.possible = 0;
    if (redirect !== REDIRECTS && !this.#isTranslated) this.possible = OUTCOME.BUS_ADDR;
    if (redirect !== DIRECT || this.#isTranslated) this.possible |= OUTCOME.THRU_HOST_BRIDGE;
  }

  protected beyondDirect(): HostPathAnswer {
    return this.#answer;
  }
}
