import { UNKNOWN } from '../../base/unknown.ts';
import { findPart } from '../../catalogue/catalogue.ts';
import type { PlatformPart } from '../../catalogue/part.ts';
import { PLATFORMS } from '../../catalogue/platforms.ts';
import type { PciId } from '../../model/pciFunction.ts';
import { functionAt, type Topology } from '../pci/topology.ts';

/**
 * The platform of a host bridge: the one it was made from, else the only one of the catalogue whose
 * root ports have the id of one on this root bus, else the only one known by its first device's id.
 * `null`: several would do, or none.
 */
export function platformOfHost(topology: Topology, index: number): PlatformPart | null {
  const host = topology.machine.hostBridges[index];
  if (!host) return null;
  if (host.model !== null) {
    const named = findPart('host', host.model);
    return named?.kind === 'host' ? named : null;
  }
  const bus = (topology.rootBus[index] ?? []).map((place) => functionAt(topology, place));
  const ports = bus.filter(({ type }) => type === 'root-port').map(({ pciId }) => pciId);
  const first = bus[0]?.pciId ?? UNKNOWN;
  return (
    only(({ rootPort }) => ports.some((id) => isSame(id, rootPort.pciId.value))) ??
    only(({ firstDevice }) => isSame(first, firstDevice.value))
  );
}

function only(fits: (platform: PlatformPart) => boolean): PlatformPart | null {
  const found = PLATFORMS.filter(fits);
  return (found.length === 1 ? found[0] : null) ?? null;
}

/** The same device of the same maker; emulators' and our own generic ids (Red Hat's) name no platform. */
function isSame(shown: PciId | 'unknown', known: PciId | null | 'unknown'): boolean {
  if (shown === UNKNOWN || known === UNKNOWN || known === null) return false;
  if (shown.device === UNKNOWN || known.device === UNKNOWN || shown.vendor === RED_HAT)
    return false;
  return shown.vendor === known.vendor && shown.device === known.device;
}

const RED_HAT = 0x1b36;
