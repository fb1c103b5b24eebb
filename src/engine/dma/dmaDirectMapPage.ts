import { dmaLimit } from './dmaLimit.ts';
import type { MapCall } from './mapContext.ts';

/** Where a piece of memory is for a device without translation. */
export type DirectAddress =
  | { readonly kind: 'as-is' | 'bounced'; readonly address: number }
  /** -EIO, or the kernel stops. */
  | { readonly kind: 'error'; readonly isPanic: boolean; readonly text: string };

/**
 * The address of one piece without translation: its physical address if the device can send that, else
 * a bounce buffer; `dma_direct_map_page()` (kernel/dma/direct.h, 5.4 to 6.17), then `dma_direct_map_phys()`.
 *
 * From 6.0 on memory of a peer is never bounced; before, nothing told it from RAM. A buffer that the
 * device cannot reach either is no help. 5.15 stops where a buffer is needed and there is no pool.
 *
 * @param mayBounce peer memory may not, from 6.0 on
 */
export function dmaDirectMapPage(
  phys: number,
  length: number,
  mayBounce: boolean,
  { device, rules, bounce }: MapCall,
): DirectAddress {
  const limit = dmaLimit(device);
  // Of an empty piece nothing is sent; the kernel counts its last byte before its first, too.
  const fits = phys + length - 1 <= limit;
  if (fits && !rules.forcesBounce) return { kind: 'as-is', address: phys };
  if (!mayBounce) {
    const text = fits
      ? 'All of this device’s memory has to be bounced, and peer memory never is.'
      : 'The device cannot send addresses this high, and peer memory is never bounced.';
    return { kind: 'error', isPanic: false, text };
  }
  if (bounce === null) {
    return rules.panicsWithoutPool === true
      ? {
          kind: 'error',
          isPanic: true,
          text: 'A bounce buffer is needed and there is no pool: this kernel stops.',
        }
      : {
          kind: 'error',
          isPanic: false,
          text: 'The device cannot send addresses this high; nothing is there to bounce.',
        };
  }
  const buffer = bounce.allocate(length, phys, device.minAlignMask);
  if (buffer === null) {
    return {
      kind: 'error',
      isPanic: false,
      text: 'No bounce buffer is free for a piece of this length.',
    };
  }
  if (buffer + length - 1 > limit) {
    bounce.free?.(buffer);
    return {
      kind: 'error',
      isPanic: false,
      text: 'The device cannot send the address of the bounce buffer either.',
    };
  }
  return { kind: 'bounced', address: buffer };
}
