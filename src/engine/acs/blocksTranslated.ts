import type { Conditions } from '../kernel/conditions.ts';
import { functionAt, type Topology, wayUp } from '../pci/topology.ts';

/** Why translation blocking is set, too; `null`: it is not. */
export type BlockingCause = 'noats' | 'external-facing' | 'untrusted' | null;

/**
 * Translation blocking goes with the other bits when ATS is switched off (`pci=noats`), on ports
 * that lead out of the case, and for what is plugged in behind them. Ports of which the input does
 * not say so count as inside: firmware marks the others.
 *
 * Source: `pci_std_enable_acs()` and `pci_ats_disabled()`, drivers/pci/pci.c, from 5.10 for ports
 * and untrusted devices, from 5.15 for `pci=noats` (not set in 5.4.301 and 5.10.265 as run).
 */
export function blocksTranslated(
  topology: Topology,
  index: number,
  { kernel, cmdline }: Conditions,
): BlockingCause {
  const { features } = kernel.value;
  if (features.noatsBlocks && cmdline.value.noats) return 'noats';
  if (!features.blocksUntrusted) return null;
  const fn = functionAt(topology, index);
  if (fn.externalFacing === true) return 'external-facing';
  if (fn.untrusted === true) return 'untrusted';
  if (fn.untrusted === false) return null;
  const isBehind = wayUp(topology, index)
    .slice(1)
    .some((above) => {
      const bridge = functionAt(topology, above);
      return bridge.externalFacing === true || bridge.untrusted === true;
    });
  return isBehind ? 'untrusted' : null;
}
