import type { ChosenMapper, MapperKind, PeerCapability } from '../../../engine/dma/mapper.ts';
import type { DmaDevice } from '../../../engine/dma/scatterlist.ts';
import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';

/** Who maps, as others name it. */
const NAMES: Readonly<Record<MapperKind, string>> = {
  direct: 'dma-direct',
  'iommu-dma': 'iommu-dma',
  'intel-ops': 'VT-d’s own operations',
  'amd-ops': 'AMD-Vi’s own operations',
  'vmd-ops': 'VMD’s operations',
  'virt-ops': 'dma_virt_ops',
  'rdma-virt': 'the RDMA core',
  'xen-swiotlb': 'Xen’s operations',
  'foreign-ops': 'operations of the driver’s own',
  'p2p-shim': 'operations injected at each bridge',
};

const ONE: ReadonlySet<MapperKind> = new Set(['direct', 'iommu-dma', 'rdma-virt']);
/** Names of code keep their first letter. */
const CODE: ReadonlySet<MapperKind> = new Set(['direct', 'iommu-dma', 'virt-ops']);

/** What the title is about: who maps, unless the design lets nobody map, or somebody else. */
type Mapped = Pick<MappingReport, 'chosen' | 'options'> & {
  readonly entries: readonly Pick<MappingReport['entries'][number], 'kind'>[];
};

/** The title of the view, to be followed by the device; designs say what they do instead of mapping. */
export function chainTitle({ chosen, options, entries }: Mapped): string {
  if (options.design === 'physical-until-used') return 'Nobody maps yet; physical addresses for';
  if (options.design !== 'out-of-tree' || !entries.some(({ kind }) => kind === 'peer')) {
    return mapperTitle(chosen);
  }
  const module = 'The peer’s module hands over physical addresses';
  return entries.some(({ kind }) => kind === 'ram')
    ? `${module}, and ${NAMES[chosen.inner]} ${ONE.has(chosen.inner) ? 'maps' : 'map'} host memory, for`
    : `${module} for`;
}

/** What the last of the calls does with the list. */
export function endWord({ options: { design } }: Pick<MappingReport, 'options'>): string {
  return design === 'physical-until-used' ? 'holds them' : 'maps';
}

/** `iommu-dma maps for`, `VMD’s operations, which hand on to VT-d’s own operations, map for` */
export function mapperTitle({ kind, inner }: Pick<ChosenMapper, 'kind' | 'inner'>): string {
  const name = NAMES[kind];
  const title = CODE.has(kind) ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `${title}${besides(kind, inner)} ${ONE.has(kind) ? 'maps' : 'map'} for`;
}

function besides(kind: MapperKind, inner: MapperKind): string {
  if (kind === inner || kind === 'iommu-dma' || kind === 'direct') return '';
  if (kind === 'foreign-ops') return `, in place of ${NAMES[inner]},`;
  return `, which hand on to ${NAMES[inner]},`;
}

export const CAPABILITY_WORDS: Readonly<Record<PeerCapability['answer'], string>> = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Nobody asks',
};

/** `64 bits`, `47 bits`; of a mask that is no whole number of bits, the highest address. */
export function maskWords({ mask }: Pick<DmaDevice, 'mask'>): string {
  const bits = Math.log2(mask + 1);
  return Number.isInteger(bits) ? `${bits} bits` : `up to 0x${mask.toString(16)}`;
}

/** `none longer than 2 GiB`: a segment of 0xffffffff bytes is as good as 4 GiB. */
export function segmentBytes({ maxSegment }: Pick<DmaDevice, 'maxSegment'>): number {
  return maxSegment === 0xffff_ffff ? 2 ** 32 : maxSegment;
}
