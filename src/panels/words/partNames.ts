import { hex } from '../../base/hex.ts';
import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { shortTitle } from '../../model/shortTitle.ts';
import type { OpenDocument } from '../../store/state.ts';

/** What a function is called; the user's own name counts at once, before the engine has answered. */
export function titleOf({ titles }: Pick<OpenDocument, 'titles'>, fn: PciFunction): string {
  return fn.label ?? shortTitle(titles.get(fn.id) ?? 'Device with unknown ids');
}

/**
 * What the device itself is called; for one with a name of the user's that is what was printed, and
 * `null` where nothing was.
 */
export function deviceName(
  { titles }: Pick<OpenDocument, 'titles'>,
  fn: PciFunction,
): string | null {
  if (fn.label === null) return titles.get(fn.id) ?? null;
  const printed = [fn.names.vendor, fn.names.device].filter((part) => part !== null).join(' ');
  return printed === '' ? null : printed;
}

/** `0000:3a`: a root bus as Linux writes it; `null` for a drawn host without numbers. */
export function rootBusName(host: HostBridge): string | null {
  return host.rootBus === null ? null : `${hex(host.domain, 4)}:${hex(host.rootBus, 2)}`;
}

export function hostTitle(host: HostBridge): string {
  if (host.label !== null) return host.label;
  return host.kind === 'vmd' ? 'VMD domain' : 'Host bridge';
}

/** `Socket 0`: counted from 0, as Linux counts packages. */
export function socketTitle(machine: Machine, socket: Socket): string {
  return socket.label ?? `Socket ${machine.sockets.indexOf(socket)}`;
}
