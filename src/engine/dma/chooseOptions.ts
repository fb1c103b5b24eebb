import type { Conditions } from '../kernel/conditions.ts';
import type { Topology } from '../pci/topology.ts';
import type { SgEntry } from './scatterlist.ts';

/** What is asked beside the machine and its conditions; `MappingOptions` has all of it. */
export interface MapperChoices {
  readonly fidelity: 'as-run' | 'intended';
  readonly driver: 'own' | 'software-rdma' | 'private-ops' | 'private-ops-flagged';
  readonly p2pFlag: boolean;
  readonly design:
    | 'kernel'
    | 'p2p-shim'
    | 'one-target'
    | 'switch-iommu'
    | 'out-of-tree'
    | 'physical-until-used';
  readonly isXen: boolean;
  readonly bounce: 'pool' | 'none' | 'forced';
  readonly barPages: 'struct-page' | 'none';
}

/** Everything that decides who maps a list. */
export interface MapperQuestion {
  readonly topology: Topology;
  /** Place of the client in the topology. */
  readonly client: number;
  readonly conditions: Conditions;
  /** Does the IOMMU translate for the client (`iommu/isTranslated.ts`)? */
  readonly isTranslated: boolean;
  readonly choices: MapperChoices;
  readonly list: readonly SgEntry[];
}
