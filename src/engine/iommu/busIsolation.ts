import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { isHiddenPcieToPci } from './aliasBridges.ts';
import type { Grouping } from './Grouping.ts';

/** How far functions of one bus are kept apart, and the function that spoils it. */
export type BusIsolation =
  | { readonly kind: 'isolated' }
  /** The functions of the bus share a group; the bridge above is kept apart from them. */
  | { readonly kind: 'bus'; readonly at: number }
  /** The bridge above shares it, too. */
  | { readonly kind: 'bus-and-bridge'; readonly at: number };

const ISOLATED: BusIsolation = { kind: 'isolated' };

/**
 * How a bus keeps what is on it apart, by the proposed rule: isolation belongs to buses, because ACS
 * only governs what leaves a port.
 *
 * - below a root port: isolated, unless it has ACS and does not use it
 * - below a downstream port: isolated, a link has two ends only
 * - inside a switch: one downstream port that does not isolate spoils the bus; anything else than
 *   downstream ports there spoils it with the upstream port
 * - conventional PCI: never; the bridge stays out where it is a PCI Express one without memory of
 *   its own
 *
 * Left out, as in the proposal: the egress control vector. Left out of what is judged here: the ACS
 * Enhanced flags, and ports with memory of their own that those would guard.
 *
 * Source: `pci_bus_isolated()`, series "Fix incorrect iommu_groups with PCIe ACS" v3,
 * September 2025 (not merged).
 */
export function busIsolation(grouping: Grouping, bridge: number): BusIsolation {
  const fn = grouping.at(bridge);
  switch (fn.type) {
    case 'root-port':
      return fn.acs === null || grouping.isolates(bridge)
        ? ISOLATED
        : { kind: 'bus-and-bridge', at: bridge };
    case 'downstream':
      return ISOLATED;
    case 'upstream':
      return switchIsolation(grouping, bridge);
    case 'pcie-to-pci':
      return { kind: hasMemory(fn) ? 'bus-and-bridge' : 'bus', at: bridge };
    case 'conventional-bridge':
      return {
        kind: isHiddenPcieToPci(fn) && !hasMemory(fn) ? 'bus' : 'bus-and-bridge',
        at: bridge,
      };
    default:
      return { kind: 'bus-and-bridge', at: bridge };
  }
}

function switchIsolation(grouping: Grouping, upstream: number): BusIsolation {
  const ports = grouping.directlyBelow(upstream);
  const stranger = ports.find(
    (port) => grouping.at(port).type !== 'downstream' || grouping.busAliasesOf(port).size > 0,
  );
  if (stranger !== undefined) return { kind: 'bus-and-bridge', at: stranger };
  const open = ports.find((port) => !grouping.isolates(port));
  return open === undefined ? ISOLATED : { kind: 'bus', at: open };
}

function hasMemory({ bars }: PciFunction): boolean {
  return bars !== UNKNOWN && bars.some((bar) => bar.kind === 'memory');
}
