/**
 * GT/s of the speed codes in LnkCap, LnkSta and LnkCtl2 (PCIe base specification 7.5.3.6: the code
 * is the position in the Supported Link Speeds Vector, 7.5.3.18). Code 0 is no speed.
 */
const SPEEDS = [null, 2.5, 5, 8, 16, 32, 64, 128] as const;

export function linkSpeed(code: number): number | null {
  return SPEEDS[code] ?? null;
}

/**
 * Target Link Speed of LnkCtl2: devices that know 2.5 GT/s only may hardwire it to 0 (PCIe base
 * specification 7.5.3.19).
 */
export function targetLinkSpeed(code: number): number | null {
  return linkSpeed(code === 0 ? 1 : code);
}
