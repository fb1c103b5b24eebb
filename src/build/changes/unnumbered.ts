import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';

/**
 * The function without what belongs to its place: number, buses and windows behind it, addresses of
 * its BARs, the group that it was captured in. Numbers set by hand are wishes and stay.
 */
export function unnumbered(fn: PciFunction): PciFunction {
  const { bridge, bars, sriov } = fn;
  return {
    ...fn,
    address: null,
    iommuGroup: UNKNOWN,
    iommuDomain: UNKNOWN,
    bridge:
      bridge === null
        ? null
        : { primary: UNKNOWN, secondary: UNKNOWN, subordinate: UNKNOWN, windows: UNKNOWN },
    bars: bars === UNKNOWN ? UNKNOWN : bars.map(unplaced),
    sriov:
      sriov === null || sriov === UNKNOWN || sriov.bars === UNKNOWN
        ? sriov
        : { ...sriov, bars: sriov.bars.map(unplaced) },
  };
}

const unplaced = (bar: Bar): Bar => ({ ...bar, address: null });
