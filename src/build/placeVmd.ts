import { hex64 } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { HostWindow } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { barSize } from './placeClaims.ts';
import { FOUR_GIB } from './placeSpans.ts';

/** BARs of a VMD that hold its domain's memory: MEMBAR1 and MEMBAR2. Configuration space is in BAR 0. */
const MEMORY_BARS = [2, 4];
/** The VMD's own MSI-X tables and shadow registers take up the beginning of MEMBAR2. */
const OWN_PART = 0x2000n;

/**
 * The windows of a VMD's domain: they lie within two BARs of the VMD. `'unknown'` where it is not
 * known which BARs it has, or none of them has an address.
 *
 * Source: `vmd_enable_domain()` and `membar2_offset`, drivers/pci/controller/vmd.c, Linux 5.4 to 7.0.
 *
 * @param addressOf where a BAR begins for the CPU; `null`: nowhere
 */
export function vmdWindows(
  vmd: PciFunction,
  addressOf: (index: number) => bigint | null,
): readonly HostWindow[] | typeof UNKNOWN {
  if (vmd.bars === UNKNOWN) return UNKNOWN;
  const windows = vmd.bars.flatMap((bar): readonly HostWindow[] => {
    const size = barSize(bar, 1n);
    const address = addressOf(bar.index);
    if (!MEMORY_BARS.includes(bar.index) || size === null || address === null) return [];
    const own = bar.index === MEMORY_BARS[1] ? OWN_PART : 0n;
    if (size <= own) return [];
    const base = hex64(address + own);
    return [
      {
        kind: address < FOUR_GIB ? 'memory' : 'prefetchable',
        cpuBase: base,
        busBase: base,
        size: hex64(size - own),
        chosen: 'all',
      },
    ];
  });
  return windows.length === 0 ? UNKNOWN : windows;
}
