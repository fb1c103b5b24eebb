import type { IommuUse } from '../kernel/iommuUse.ts';
import type { WalkQuestion } from './walk.ts';

/** What an IOMMU does with a request that comes up to it. */
export interface IommuLookup {
  /**
   * - `absent`: there is none in the way
   * - `passed`: it lets the address stand
   * - `translated`: it found the address and puts the CPU's in its place
   * - `fault`: it has no such address for this device: blocked
   */
  readonly result: 'absent' | 'passed' | 'translated' | 'fault';
  readonly text: string;
}

/**
 * The IOMMU looks up requester id and address. In a translated domain only IOVAs that were mapped for
 * the device are found, so a bus address faults (or, worse, is somebody else's IOVA); in an identity
 * domain an address stands for itself. Requests that carry a translated address are not looked up
 * again.
 *
 * Source: Linux drivers/iommu/dma-iommu.c and drivers/pci/p2pdma.c (what is mapped for peer memory),
 * PCI Express base specification 10.2.1 (translated requests).
 *
 * @param isTranslated whether the IOMMU translates for the requester: not all are, and with
 * pass-through some were
 */
export function iommuLookup(
  { mode }: IommuUse,
  isTranslated: boolean,
  address: WalkQuestion['address'],
): IommuLookup {
  if (mode === 'none') return { result: 'absent', text: 'There is no IOMMU.' };
  if (mode === 'off') return { result: 'absent', text: 'The IOMMU is off.' };
  if (!isTranslated) {
    const why =
      mode === 'passthrough'
        ? 'Identity domain (passthrough): the address stands for itself.'
        : 'The IOMMU does not translate for this function: the address stands for itself.';
    return { result: 'passed', text: why };
  }
  switch (address) {
    case 'translated':
      return {
        result: 'passed',
        text: 'The address was translated before (AT = 10): not looked up again.',
      };
    case 'host':
      return {
        result: 'translated',
        text: 'The IOVA is found in the requester’s domain: the CPU’s address of the peer memory takes its place.',
      };
    case 'bus':
      return {
        result: 'fault',
        text: 'Addresses are translated for the requester, and a bus address is no IOVA of it: fault.',
      };
  }
}

/** How a fault is reported, and what the requester sees of it. */
export function iommuFailure({ kind }: { readonly kind: 'write' | 'read' | 'completion' }): string {
  return kind === 'read'
    ? 'IOMMU fault, in the kernel’s log as an event of the IOMMU; the read is answered as an Unsupported Request, commonly seen as all ones.'
    : 'IOMMU fault, in the kernel’s log as an event of the IOMMU; the write is dropped.';
}
