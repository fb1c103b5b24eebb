import type { LinkRate } from '../../model/linkState.ts';

/**
 * Bytes per second that a link carries one way, headers included: the rate less its line code,
 * 8b/10b up to 5 GT/s, 128b/130b up to 32 GT/s, flits from 64 GT/s (242 of 256 bytes). Source: PCIe
 * base specification 4.2.2, 4.2.3 and 4.2.4 (revision 6.0).
 */
export function linkSpeed({ gts, width }: LinkRate): number {
  return (gts * 1e9 * width * efficiency(gts)) / 8;
}

function efficiency(gts: number): number {
  if (gts <= 5) return 8 / 10;
  return gts < 64 ? 128 / 130 : 242 / 256;
}
