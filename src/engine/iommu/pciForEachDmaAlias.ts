import { UNKNOWN } from '../../base/unknown.ts';
import { devfn } from '../../model/address.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, type Topology, wayUp } from '../pci/topology.ts';
import { isHiddenPcieToPci, isNoAliasBridge, isTranslationRoot } from './aliasBridges.ts';
import { dmaAliasesOf } from './dmaAliases.ts';
import { pciRealDmaDev } from './pciRealDmaDev.ts';

/** A name under which the requests of a function may reach the IOMMU. */
export interface DmaAlias {
  /** The function that stands for it there: itself, or a bridge above. */
  readonly function: number;
  /** Bus << 8 | device << 3 | function; `null` where the numbers are not known. */
  readonly requesterId: number | null;
}

/**
 * All names of a function's requests, from its own upwards: its own id, further ids by the quirk
 * tables, and the ids that bridges to and from conventional PCI put in their place. Within a VMD
 * domain the names are those of the VMD function; none where that is not shown.
 *
 * Source: `pci_for_each_dma_alias()`, drivers/pci/search.c, Linux 5.4 to 7.1 (VMD from 5.6, bridges
 * without alias from 7.0).
 */
export function pciForEachDmaAlias(
  topology: Topology,
  index: number,
  features: KernelFeatures,
): readonly DmaAlias[] {
  const real = pciRealDmaDev(topology, index, features);
  if (real < 0) return [];
  const fn = functionAt(topology, real);
  const names: DmaAlias[] = [{ function: real, requesterId: ownId(fn) }];
  for (const alias of dmaAliasesOf(fn)) {
    names.push({ function: real, requesterId: (fn.address?.bus ?? 0) * 0x100 + alias });
  }
  for (const above of wayUp(topology, real).slice(1)) {
    const bridge = functionAt(topology, above);
    if (isTranslationRoot(bridge)) break;
    const requesterId = replacingId(bridge, features);
    if (requesterId !== undefined) names.push({ function: above, requesterId });
  }
  return names;
}

/** The id that a bridge puts in place of what is below it; `undefined` when it passes ids on. */
function replacingId(bridge: PciFunction, features: KernelFeatures): number | null | undefined {
  switch (bridge.type) {
    case 'pcie-to-pci':
      if (features.noAliasBridges && isNoAliasBridge(bridge)) return undefined;
      return secondaryId(bridge);
    case 'pci-to-pcie':
      return ownId(bridge);
    case 'conventional-bridge':
      return isHiddenPcieToPci(bridge) ? secondaryId(bridge) : ownId(bridge);
    default:
      return undefined;
  }
}

function ownId({ address }: PciFunction): number | null {
  return address && address.bus * 0x100 + devfn(address);
}

function secondaryId({ bridge }: PciFunction): number | null {
  if (bridge === null || bridge === UNKNOWN || bridge.secondary === UNKNOWN) return null;
  return bridge.secondary * 0x100;
}
