import { hex } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { HostBridge, Socket } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { formatPciId } from '../model/pciId.ts';
import { cardTitle } from './cardTitle.ts';
import { isBridge } from './devices.ts';

/** `Host bridge 0000:40 · NUMA 1`; the node goes unsaid where the frame around it says the same. */
export function hostCaption(host: HostBridge, around: Socket | null): string {
  const bus = host.rootBus === null ? '' : `:${hex(host.rootBus, 2)}`;
  const address = `${hex(host.domain, 4)}${bus}`;
  const { label, numaNode } = host;
  const name =
    label === null
      ? `${host.kind === 'vmd' ? 'VMD' : 'Host bridge'} ${address}`
      : `${label} · ${address}`;
  const isSaid = numaNode === UNKNOWN || numaNode === null || numaNode === around?.numaNode;
  return isSaid ? name : `${name} · NUMA ${numaNode}`;
}

/** What names the root complex: function 00.0 of its bus, if that is what it is. */
export function hostIdentity(
  onBus: readonly PciFunction[],
  titleOf: (fn: PciFunction) => string,
): string {
  const first = onBus.find((fn) => fn.address?.device === 0 && fn.address.function === 0);
  if (!first || isBridge(first) || first.pciId === UNKNOWN) return '';
  const title = cardTitle(titleOf(first), 'bridge');
  return first.pciId.device === UNKNOWN ? title : `${title} · ${formatPciId(first.pciId)}`;
}
