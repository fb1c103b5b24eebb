import { analyze } from '../../engine/analyze.ts';
import { chooseMapper } from '../../engine/dma/chooseMapper.ts';
import { dmaDeviceOf } from '../../engine/dma/dmaDeviceOf.ts';
import type { DmaMapping } from '../../engine/dma/dmaMapping.ts';
import { dmaMapSg } from '../../engine/dma/dmaMapSg.ts';
import { IovaDomain } from '../../engine/dma/iova/IovaDomain.ts';
import { iovaSetupOf } from '../../engine/dma/iova/iovaSetupOf.ts';
import type { MapperKind } from '../../engine/dma/mapper.ts';
import { rulesOfMapper } from '../../engine/dma/rulesOfMapper.ts';
import { SwiotlbPool } from '../../engine/dma/SwiotlbPool.ts';
import type { PeerMemory, SgEntry } from '../../engine/dma/scatterlist.ts';
import type { ConditionRequest } from '../../engine/kernel/conditions.ts';
import type { KernelFeatures } from '../../engine/kernel/features.ts';
import { type MappingOptions, USUAL_MAPPING } from '../../engine/mapping/mappingOptions.ts';
import type { MapType } from '../../engine/p2pdma/verdict.ts';
import { CASE_CLIENT, caseMachine } from './caseMachine.ts';
import type { CaseEntry, EntryKind, MapCase } from './mapCase.ts';

/** What became of a case. */
export interface MappedCase {
  readonly asked: MapCase;
  readonly mapper: MapperKind;
  readonly mapping: DmaMapping;
}

const MODES = { none: null, pt: 'passthrough', strict: 'strict', lazy: 'lazy' } as const;

const DRIVERS: Readonly<Record<MapCase['device'], MappingOptions['driver']>> = {
  'direct-or-iommu': 'own',
  virt: 'software-rdma',
  foreign: 'private-ops',
  xen: 'own',
};

/** Maps the list of one case, on a fresh domain. */
export function mapOneCase(
  asked: MapCase,
  request: Pick<ConditionRequest, 'kernel' | 'cpu' | 'cmdline'>,
  fidelity: MappingOptions['fidelity'],
): MappedCase {
  const analysis = analyze(caseMachine(asked), {
    ...request,
    iommu: asked.iommu === 'none' ? 'none' : asked.hardware,
    iommuMode: MODES[asked.iommu],
  });
  const { topology, conditions } = analysis;
  const { features } = conditions.kernel.value;
  const isTranslated = analysis.isTranslated(CASE_CLIENT);
  const choices: MappingOptions = {
    ...USUAL_MAPPING,
    fidelity,
    driver: DRIVERS[asked.device],
    isXen: asked.device === 'xen',
    bounce: asked.bounce,
  };
  const list = entriesOf(asked.entries, features);
  const place = { topology, conditions, client: 0 };
  const chosen = chooseMapper({ ...place, isTranslated, choices, list });
  const { hardware } = conditions.iommu.value;
  const cmdline = conditions.cmdline.value.text;
  const rules = rulesOfMapper({ features, chosen, choices, hardware, cmdline });
  const { setup } = iovaSetupOf({ ...place, seenAs: 0, granule: rules.granule });
  const { device } = dmaDeviceOf(topology, 0, conditions);
  const minAlignMask = asked.minAlignMask ?? (features.nvmeKeepsOffset ? 0xfff : 0);
  const mapping = dmaMapSg(list, {
    device: { ...device, minAlignMask },
    rules,
    iova: isTranslated ? new IovaDomain(setup) : null,
    bounce: asked.bounce === 'none' ? null : new SwiotlbPool(),
  });
  return { asked, mapper: chosen.kind, mapping };
}

const MAP_TYPES: Readonly<Record<Exclude<EntryKind, 'ram'>, MapType>> = {
  bus: 'BUS_ADDR',
  thru: 'THRU_HOST_BRIDGE',
  none: 'NOT_SUPPORTED',
};

/** Entries of one kind and offset are memory of one provider. */
function entriesOf(
  entries: readonly CaseEntry[],
  { busOffsetSign }: KernelFeatures,
): readonly SgEntry[] {
  const peers = new Map<string, PeerMemory>();
  return entries.map(({ kind, phys, length, bus }) => {
    if (kind === 'ram' || bus === null) return { phys, length, peer: null };
    const offset = bus - phys;
    const name = `${kind} ${offset}`;
    let peer = peers.get(name);
    if (!peer) {
      const hasWrongSign = busOffsetSign === 'minus' && offset !== 0;
      const mapType = MAP_TYPES[kind];
      peer = { provider: null, mapType, busOffset: hasWrongSign ? -offset : offset, hasWrongSign };
      peers.set(name, peer);
    }
    return { phys, length, peer };
  });
}
