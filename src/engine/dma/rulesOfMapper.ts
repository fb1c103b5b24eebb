import type { IommuHardware } from '../../model/settings.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import type { MapperChoices } from './chooseOptions.ts';
import type { ChosenMapper } from './mapper.ts';
import type { MapperRules } from './mapperRules.ts';
import type { PageCalls } from './pages/pageRuns.ts';
import { pageSizesOf } from './pages/pageSizesOf.ts';

const PAGE = 4096;

export interface RulesQuestion {
  readonly features: KernelFeatures;
  readonly chosen: Pick<ChosenMapper, 'kind' | 'inner'>;
  readonly choices: MapperChoices;
  readonly hardware: IommuHardware;
  /** The kernel's command line, for `swiotlb=`. */
  readonly cmdline?: string;
  /** Other page sizes than this IOMMU is taken to have; ascending, the first is the granule. */
  readonly pageSizes?: readonly number[];
}

/**
 * How the chosen mapper of that kernel behaves. With fidelity `intended`, what kernels get wrong is
 * put right: what 6.16 on leaves unwritten, the length of the first entry, peers that are
 * bounced, the longest segment that wraps.
 *
 * Source: the features of the era (`kernel/dmaFeatures.ts`); that the room to the longest segment
 * wraps: `__finalise_sg()`, drivers/iommu/dma-iommu.c, Linux 5.4 to 7.0, seen on running kernels.
 * `swiotlb=`: `setup_io_tlb_npages()`, kernel/dma/swiotlb.c; that `noforce` keeps 5.15 from stopping was
 * measured.
 */
export function rulesOfMapper(question: RulesQuestion): MapperRules {
  const { features, chosen, choices } = question;
  const isAsRun = choices.fidelity === 'as-run';
  const pageSizes = pageSizesFor(question);
  const swiotlb = swiotlbWords(question.cmdline ?? '');
  return {
    mapper: chosen.kind,
    inner: chosen.inner,
    peers: peersOf(features, chosen, choices),
    firstPageAsks: features.firstPageAsks,
    refusal: features.refusedMapping === 'zero' ? 'zero' : 'errno',
    writesHostAddress: features.writesHostAddress || !isAsRun,
    busEntryLength: isAsRun ? features.busEntryLength : 'own',
    writesBusLength: features.writesBusLength || !isAsRun,
    bouncesPeers: features.bouncesPeers && isAsRun,
    maximumWraps: isAsRun,
    granule: pageSizes[0] ?? PAGE,
    pageSizes,
    pageCalls: pageCallsOf(chosen, features),
    panicsWithoutPool: features.bouncePanics && isAsRun && !swiotlb.includes('noforce'),
    forcesBounce: choices.bounce === 'forced' || swiotlb.includes('force'),
  };
}

/** AMD's own `map_sg()` (up to 5.4) maps in pages of 4 KiB, whatever its tables can hold. */
function pageSizesFor({ hardware, chosen, pageSizes }: RulesQuestion): readonly number[] {
  const sizes = pageSizes ?? pageSizesOf(hardware).pageSizes;
  return chosen.inner === 'amd-ops' ? sizes.slice(0, 1) : sizes;
}

/** Drivers' own operations do not go through `iommu_map()`. */
function pageCallsOf(
  { inner }: Pick<ChosenMapper, 'inner'>,
  { countsPages }: Pick<KernelFeatures, 'countsPages'>,
): PageCalls {
  if (inner === 'intel-ops') return 'ranges';
  return inner === 'iommu-dma' && countsPages ? 'runs' : 'pages';
}

/** The words of the last `swiotlb=`: a number of slots, `force`, `noforce`. */
function swiotlbWords(cmdline: string): readonly string[] {
  const last = [...cmdline.matchAll(/(?:^|\s)swiotlb=(\S*)/g)].at(-1);
  return last?.[1]?.split(',') ?? [];
}

/** Operations that know nothing of peers map them like RAM, unless the driver looked before. */
function peersOf(
  features: KernelFeatures,
  { kind }: Pick<ChosenMapper, 'kind'>,
  { design, driver, p2pFlag }: MapperChoices,
): MapperRules['peers'] {
  if (design === 'out-of-tree' || design === 'physical-until-used') return 'never';
  if (design === 'switch-iommu') return 'each-entry';
  if (design === 'p2p-shim') return kind === 'p2p-shim' ? 'each-entry' : 'never';
  if (features.p2pFlagDecides && !p2pFlag) return 'never';
  if (features.peersInMapSg !== 'each-entry') return features.peersInMapSg;
  switch (kind) {
    case 'direct':
    case 'iommu-dma':
      return 'each-entry';
    case 'foreign-ops':
      // Who sets the flag promises to look at each entry.
      return driver === 'private-ops-flagged' && features.peerCapability === 'ops-flag'
        ? 'each-entry'
        : 'never';
    default:
      return 'never';
  }
}
