import { hex } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { HostBridge } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { formatPciId } from '../model/pciId.ts';
import { cardTitle } from './cardTitle.ts';
import { isBridge } from './devices.ts';

/** `Host bridge 0000:40 · NUMA 1` */
export function hostCaption(host: HostBridge): string {
  const bus = host.rootBus === null ? '' : `:${hex(host.rootBus, 2)}`;
  const numa =
    host.numaNode === UNKNOWN || host.numaNode === null ? '' : ` · NUMA ${host.numaNode}`;
  const word = host.label ?? (host.kind === 'vmd' ? 'VMD' : 'Host bridge');
  return `${word} ${hex(host.domain, 4)}${bus}${numa}`;
}

/** What names the root complex: function 00.0 of its bus, if that is what it is. */
export function hostIdentity(
  onBus: readonly PciFunction[],
  titleOf: (fn: PciFunction) => string,
): string {
  const first = onBus.find((fn) => fn.address?.device === 0 && fn.address.function === 0);
  if (!first || isBridge(first) || first.pciId === UNKNOWN) return '';
  return `${cardTitle(titleOf(first), 'bridge')} · ${formatPciId(first.pciId)}`;
}
