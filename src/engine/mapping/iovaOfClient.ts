import type { Analysis } from '../analyze.ts';
import { dmaLimit } from '../dma/dmaLimit.ts';
import { IovaDomain } from '../dma/iova/IovaDomain.ts';
import type { IovaSetup } from '../dma/iova/iovaSetup.ts';
import { iovaSetupOf } from '../dma/iova/iovaSetupOf.ts';
import type { MapperRules } from '../dma/mapperRules.ts';
import { pageSizesOf } from '../dma/pages/pageSizesOf.ts';
import type { DmaDevice } from '../dma/scatterlist.ts';
import { pciRealDmaDev } from '../iommu/pciRealDmaDev.ts';
import { functionAt } from '../pci/topology.ts';

/** Where the IOVAs of a list come from. */
export interface ClientIova {
  readonly domain: IovaDomain;
  readonly setup: IovaSetup;
  readonly assumed: readonly string[];
}

/** Lists that were mapped before: beyond that nobody waits for them. */
const MOST_BEFORE = 10_000;

/** The client's domain, with what was mapped before on it; `null`: its mapper takes no IOVAs. */
export function iovaOfClient(
  analysis: Analysis,
  client: number,
  { mapper, inner, granule }: Pick<MapperRules, 'mapper' | 'inner' | 'granule'>,
  device: DmaDevice,
  before: readonly number[],
): ClientIova | null {
  const { topology, conditions } = analysis;
  const isHandedOn = mapper === 'vmd-ops' || mapper === 'p2p-shim' || mapper === 'direct';
  if (!translates(isHandedOn ? inner : mapper)) return null;
  const real = pciRealDmaDev(topology, client, conditions.kernel.value.features);
  const seenAs = real >= 0 ? real : client;
  const { setup, assumed } = iovaSetupOf({
    topology,
    conditions,
    client,
    seenAs,
    granule,
    sharesWithUntrusted: analysis.sharesWithUntrusted(functionAt(topology, seenAs).id),
  });
  const domain = new IovaDomain(setup);
  const { assumed: ofPages } = pageSizesOf(conditions.iommu.value.hardware);
  const told = ofPages === null ? [...assumed] : [...assumed, ofPages];
  for (const bytes of before.slice(0, MOST_BEFORE)) {
    const size = Math.ceil(bytes / granule) * granule;
    if (!(size > 0)) continue;
    if (domain.allocate(size, dmaLimit(device)) === null) {
      told.push('what was mapped before does not fit into the domain any more');
      break;
    }
  }
  return { domain, setup, assumed: told };
}

function translates(mapper: MapperRules['mapper']): boolean {
  return mapper === 'iommu-dma' || mapper === 'intel-ops' || mapper === 'amd-ops';
}
