import { hex64, hex64Value } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { busOffset } from '../pci/busOffset.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';

/** Where memory begins: as the CPU sees it, and on the PCI bus. */
export interface PeerMemory {
  readonly cpu: bigint;
  readonly bus: bigint;
}

/**
 * The memory that is asked for: what is offered for peer-to-peer DMA, else the largest memory BAR. On
 * the bus it is where the host bridge's window puts it; without windows shown, both are the same, as on
 * x86. `null` when no address is shown.
 *
 * Source: pcibios_resource_to_bus(), drivers/pci/host-bridge.c, Linux 4.20 to 7.1.
 */
export function peerMemory(topology: Topology, target: number): PeerMemory | null {
  const cpu = memoryAddress(functionAt(topology, target));
  if (cpu === null) return null;
  const host = topology.host[target] ?? NOT_SHOWN;
  const windows = topology.machine.hostBridges[host]?.windows ?? UNKNOWN;
  const { offset } = busOffset({ start: hex64(cpu), size: UNKNOWN }, windows);
  return { cpu, bus: cpu + offset };
}

function memoryAddress({ p2pMemory, bars }: PciFunction): bigint | null {
  if (bars === UNKNOWN) return null;
  const memory = bars.filter(({ kind, index }) => kind === 'memory' && index < 6);
  const [offered] = p2pMemory;
  const bar = offered
    ? memory.find(({ index }) => index === offered.bar)
    : memory.reduce<(typeof memory)[number] | undefined>(
        (largest, each) => (largest && sizeOf(largest) >= sizeOf(each) ? largest : each),
        undefined,
      );
  if (!bar || bar.address === null) return null;
  return hex64Value(bar.address) + BigInt(offered?.offset ?? 0);
}

function sizeOf({ size }: { readonly size: number | 'unknown' }): number {
  return size === UNKNOWN ? 0 : size;
}
