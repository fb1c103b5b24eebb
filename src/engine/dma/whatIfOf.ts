import type { MapperChoices } from './chooseOptions.ts';

/** A design that was argued for on the lists. */
export interface WhatIf {
  readonly title: string;
  /** Whose idea, and when. */
  readonly idea: string;
  /** What it changes in the mapping of a list, a sentence each. */
  readonly changes: readonly string[];
  /** What it costs. */
  readonly costs: readonly string[];
  /** Cases that whoever writes the code has to settle; absent where none were named. */
  readonly open?: readonly string[];
}

const WHAT_IFS: Readonly<Record<Exclude<MapperChoices['design'], 'kernel'>, WhatIf>> = {
  'p2p-shim': {
    title: 'Operations injected at each bridge',
    idea: 'Dan Williams, 18 April 2017, after the model of VMD; Jason Gunthorpe had asked how such operations stack',
    changes: [
      'Below each bridge of the provider, devices get a table of operations that maps peers by itself and calls what was there before for RAM.',
      'A device elsewhere has no such table: peers are mapped there as if they were RAM, and nobody says so.',
      'No driver changes.',
    ],
    costs: [
      'Each RAM entry is mapped alone, so that nothing is joined where an IOMMU would have joined it.',
      'A device has one pointer to operations: they do not stack unless each table remembers the one before.',
    ],
    open: [
      'Unmapping: each entry has to say who mapped it, the injected operations or what was there before. That became a flag of the entry in 6.0, which marks bus addresses.',
      'Errors: whoever fails in the middle has to undo what another table mapped, and map_sg() could say no more than 0. From 6.0 on it is all or nothing, with -EREMOTEIO for a peer that cannot be reached.',
      'Coherency: the old map_sg() keeps caches and bounce buffers in step, which peer memory must be left out of, entry by entry. From 6.0 on bus addresses are passed over, and peers are never bounced.',
      'Devices without the table: nobody catches a peer’s page there. From 6.0 on dma_map_sg() itself does.',
    ],
  },
  'one-target': {
    title: 'One list talks to one target',
    idea: 'Dan Williams, 18 April 2017; 4.20 to 5.19 took it for granted without a check',
    changes: [
      'A list that has both host memory and a peer’s, or memory of two peers, is refused before anything is mapped.',
    ],
    costs: [
      'Whoever builds lists has to split them. From 6.0 on any mix is mapped, entry by entry.',
    ],
  },
  'switch-iommu': {
    title: 'An IOMMU in the switch',
    idea: 'Christoph Hellwig, 8 January 2018, as the one case in which IOMMUs matter below a switch',
    changes: [
      'Peers need an IOVA even below one switch. The request turns at the switch, which translates it.',
      'Host memory and peers share one range, so that all of a list may be joined.',
    ],
    costs: [
      'It is hypothetical: no such switch is known to Linux, which has IOMMUs in the root complex alone.',
      'Each mapping of a peer costs IOVA space, a page table and flushes, which a bus address does without.',
    ],
  },
  'out-of-tree': {
    title: 'Peer memory by a module out of the tree',
    idea: 'Jason Gunthorpe, 8 January 2018, on what had long been in production with the IOMMU off',
    changes: [
      'The driver of the peer hands over the physical addresses of its BAR. The pair is not asked about, nor the IOMMU.',
      'Such a list is the memory of one peer. Host memory is registered apart, and mapped as ever: a list of both shows what the driver makes of the two.',
    ],
    costs: [
      'Where the root complex does not forward, requests vanish or crawl, and nothing warns of it.',
      'Where an IOMMU translates, they fault: it has no entry for the address.',
    ],
  },
  'physical-until-used': {
    title: 'Physical addresses until they are used',
    idea: 'Christoph Hellwig, 4 November 2020, for struct ib_sge where its key is no memory region’s',
    changes: [
      'Whoever builds a request maps nothing: each entry is its physical address, RAM and peers alike.',
      'Software finds the page by that. Hardware maps it later, in its driver, and not at all where the CPU copies the data into the request.',
    ],
    costs: [
      'Each driver of hardware has to unmap when a request completes, which it learns of in batches. Jason Gunthorpe held that to be as good as impossible.',
      'As many entries as pieces of memory: what an IOMMU joins is known only to the driver that maps.',
    ],
  },
};

/** What a design changes, costs and leaves open; `null` for kernels as they are. */
export function whatIfOf(design: MapperChoices['design']): WhatIf | null {
  return design === 'kernel' ? null : WHAT_IFS[design];
}
