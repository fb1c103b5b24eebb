import type { KernelFeatures } from '../kernel/features.ts';
import type { CallStep, MapperKind } from './mapper.ts';
import type { PeerMemory } from './scatterlist.ts';

const P2PDMA = 'drivers/pci/p2pdma.c';

export interface PeersMapper {
  readonly step: CallStep;
  /** It hands the whole list on to `dma_map_sg()`. */
  readonly goesOn: boolean;
}

/**
 * The mapper for lists that begin with peer memory, up to 5.19.
 *
 * Source: `pci_p2pdma_map_sg_attrs()`, drivers/pci/p2pdma.c, Linux 5.4 to 5.19; `pci_p2pdma_map_sg()`,
 * Linux 4.20 to 5.3.
 */
export function peersMapper(
  features: KernelFeatures,
  kind: MapperKind,
  first: PeerMemory | null,
): PeersMapper {
  const call = features.firstPageAsks ? 'pci_p2pdma_map_sg_attrs()' : 'pci_p2pdma_map_sg()';
  const ends = (text: string): PeersMapper => ({
    step: { call, file: P2PDMA, text },
    goesOn: false,
  });
  const sign = features.busOffsetSign === 'plus' ? 'plus' : 'minus';
  const byOffset = `Every entry, RAM too, gets its physical address ${sign} the offset of the first entry’s provider.`;

  if (kind === 'virt-ops' && features.firstPageAsks) {
    return ends('Warns and maps nothing: the client’s operations are dma_virt_ops.');
  }
  if (!features.firstPageAsks) return ends(`${byOffset} The pair is not asked about.`);
  switch (first?.mapType ?? null) {
    case 'BUS_ADDR':
      return ends(`The pair of the first entry’s provider is BUS_ADDR. ${byOffset}`);
    case 'THRU_HOST_BRIDGE':
      return {
        step: {
          call,
          file: P2PDMA,
          text: 'The pair of the first entry’s provider is THRU_HOST_BRIDGE: the whole list is mapped like RAM.',
        },
        goesOn: true,
      };
    case 'NOT_SUPPORTED':
      return ends(
        'The pair of the first entry’s provider is not supported: warns and maps nothing.',
      );
    default:
      return ends('What the pair of the first entry’s provider is, the input does not show.');
  }
}
