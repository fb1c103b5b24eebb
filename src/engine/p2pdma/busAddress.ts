import { type Hex64, hex64, hex64Value } from '../../base/hex.ts';
import type { KernelFeatures } from '../kernel/features.ts';

export interface BusAddress {
  /** What the kernel programs into the client. */
  readonly programmed: Hex64;
  /** Where the memory is on the bus. */
  readonly actual: Hex64;
}

const WORD = 1n << 64n;

/**
 * The bus address that a kernel makes of a CPU address. Up to 5.16 the offset is taken with the wrong
 * sign: that misses by twice the offset, and does no harm where it is 0.
 *
 * Source: `pci_p2pdma_map_sg_attrs()`, drivers/pci/p2pdma.c, read in 5.4.301, 5.10.198, 5.15.215
 * (minus) and 5.17.15, 5.19, 6.x (plus).
 */
export function busAddress(
  cpuAddress: Hex64,
  offset: bigint,
  { busOffsetSign }: KernelFeatures,
): BusAddress {
  const at = (value: bigint) => hex64((((hex64Value(cpuAddress) + value) % WORD) + WORD) % WORD);
  return { programmed: at(busOffsetSign === 'plus' ? offset : -offset), actual: at(offset) };
}
