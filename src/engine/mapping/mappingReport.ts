import type { Hex64 } from '../../base/hex.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { RamPage } from '../../model/workload.ts';
import type { DmaMapping } from '../dma/dmaMapping.ts';
import type { IovaSetup } from '../dma/iova/iovaSetup.ts';
import type { ChosenMapper } from '../dma/mapper.ts';
import type { MapStep } from '../dma/mapStep.ts';
import type { DmaDevice } from '../dma/scatterlist.ts';
import type { FabricWalk } from '../fabric/walk.ts';
import type { MapType } from '../p2pdma/verdict.ts';
import type { MappingOptions } from './mappingOptions.ts';

/** An input entry, with what the kernel knows of it. */
export interface MappedEntry {
  readonly kind: 'ram' | 'peer';
  readonly phys: Hex64;
  /** Where peer memory is on the bus; `null` for RAM. */
  readonly bus: Hex64 | null;
  readonly length: number;
  readonly provider: FunctionId | null;
  /** What kind of page, where it is no ordinary one of the host's. */
  readonly page?: RamPage;
  /** `null`: RAM, or not known. */
  readonly mapType: MapType | null;
  /** What-if: the switch's own IOMMU leads to it; kernels would call that THRU_HOST_BRIDGE. */
  readonly isBySwitchIommu?: true;
  /** Why the kernel takes it for that, in a sentence. */
  readonly text: string;
}

/** What becomes of requests that the device sends to an output's addresses. */
export interface WireEnd {
  readonly output: number;
  /**
   * - `reaches`: what the list meant
   * - `misses`: something else, or nothing: `text` says what
   * - `faults`: the IOMMU has no entry and refuses
   * - `unusable`: a kernel address or none at all; no request can be made
   * - `copy`: a bounce buffer: the device reads a copy
   * - `unknown`: the input does not show it
   */
  readonly fate: 'reaches' | 'misses' | 'faults' | 'unusable' | 'copy' | 'unknown';
  readonly text: string;
  /** Hop by hop; `null` where no request can be made, or an output stands in for a like one. */
  readonly walk: FabricWalk | null;
}

/** A run of pages in the IOMMU's table. */
export interface PageRun {
  readonly iova: Hex64;
  readonly phys: Hex64;
  readonly pageSize: number;
  readonly pages: number;
  /** The first input entry that lies in it. */
  readonly entry: number;
  /** Pages behind an entry that padding mapped as well. */
  readonly isPadding: boolean;
}

export interface IommuPicture {
  readonly runs: readonly PageRun[];
  /** Pages of all runs: entries that the IOTLB needs for the whole list. */
  readonly iotlbEntries: number;
  /** How often the kernel calls the IOMMU's driver for them: by runs of pages, or page by page. */
  readonly driverCalls?: number;
  /** After unmapping: what a device can still reach, and for how long. */
  readonly afterUnmap: {
    readonly mode: 'strict' | 'lazy';
    /** ms until the flush timer, at the latest; 0 when strict. */
    readonly windowMs: number;
    readonly text: string;
    /** What becomes of a request after that. */
    readonly fault?: string;
  };
  /** The allocator of the client's domain as it is after boot, for trying it out. */
  readonly setup?: IovaSetup;
}

/** What a kernel makes of a list for a device, with everything that shows why. */
export interface MappingReport {
  readonly client: FunctionId;
  readonly options: MappingOptions;
  /** In words: `Linux 6.12, VT-d, strict`. */
  readonly under: string;
  readonly chosen: ChosenMapper;
  readonly device: DmaDevice;
  readonly entries: readonly MappedEntry[];
  readonly mapping: DmaMapping;
  /** Addresses of the outputs as documents hold them; `null`: not written. In the order of outputs. */
  readonly addresses: readonly (Hex64 | null)[];
  /** Up to a few thousand; then cut, and `stepsLeftOut` counts the rest. */
  readonly steps: readonly MapStep[];
  readonly stepsLeftOut: number;
  /** One for each output, of long lists for the first ones only. */
  readonly wire: readonly WireEnd[];
  /** `null`: nothing is translated. */
  readonly iommu: IommuPicture | null;
  /** Remarks worth a line: limits that are defaults, doubtful releases; not what the conditions assume. */
  readonly remarks: readonly string[];
}
