import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { devfn } from '../../model/address.ts';
import type { PciId } from '../../model/pciFunction.ts';
import type { AssumptionId } from '../kernel/conditions.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, type Topology } from '../pci/topology.ts';

/** The function that stands for a host bridge when the allow list is consulted. */
export interface HostBridgeIdentity {
  /** Place of that function in the topology; `null` when the bus has none that counts. */
  readonly device: number | null;
  /** `null`: this kernel takes no function of the bus as the host bridge's. */
  readonly id: OrUnknown<PciId> | null;
  /** What was taken for granted: that nothing comes before the first, that its name gives its id. */
  readonly assumed: readonly AssumptionId[];
}

/**
 * Which ids the kernel compares with its allow list: those of the first device on the root bus
 * (lowest device and function). It counts when it is function 00.0 and, since 5.19, also when it
 * is a root port at any place; a root bus that begins with anything else is never listed.
 *
 * Source: `pci_host_bridge_dev()` and `__host_bridge_whitelist()`, drivers/pci/p2pdma.c, Linux 5.2
 * to 7.1; root ports since 1af7c26c59eb.
 */
export function hostBridgeIdentity(
  topology: Topology,
  host: number,
  features: KernelFeatures,
): HostBridgeIdentity {
  const [first] = topology.rootBus[host] ?? [];
  if (first === undefined || features.hostIdentity === 'none') return NOBODY;
  const fn = functionAt(topology, first);
  const byName: readonly AssumptionId[] = fn.deviceIdFromName ? ['id-from-name'] : [];
  if (fn.address !== null && devfn(fn.address) === 0) {
    return { device: first, id: fn.pciId, assumed: byName };
  }
  const isCaptured = topology.machine.origin === 'captured';
  const assumed: readonly AssumptionId[] = isCaptured ? ['first-device'] : [];
  if (features.hostIdentity !== 'first-or-root-port') return { ...NOBODY, assumed };
  if (fn.type === UNKNOWN) return { device: first, id: UNKNOWN, assumed };
  if (fn.type !== 'root-port') return { ...NOBODY, assumed };
  return { device: first, id: fn.pciId, assumed: [...assumed, ...byName] };
}

const NOBODY: HostBridgeIdentity = { device: null, id: null, assumed: [] };
