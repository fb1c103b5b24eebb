import { UNKNOWN } from '../../../base/unknown.ts';
import { formatAddress } from '../../../model/address.ts';
import { isEndpointLike } from '../../../model/classCode.ts';
import { type DeviceKind, deviceKind } from '../../../model/deviceKind.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { shortTitle } from '../../../model/shortTitle.ts';
import { usualBar } from '../../../sketch/read/readList.ts';
import type { PeerNamed } from './parsePieces.ts';

/** Functions whose memory a list can name: those that lend some first, then all with memory BARs. */
export function providersOf({ functions }: Machine): readonly PciFunction[] {
  const lenders = functions.filter(({ p2pMemory }) => p2pMemory.length > 0);
  const others = functions.filter(
    (fn) =>
      fn.p2pMemory.length === 0 &&
      isEndpointLike(fn) &&
      fn.bars !== UNKNOWN &&
      fn.bars.some(({ kind }) => kind === 'memory'),
  );
  return [...lenders, ...others];
}

/** What lists are made for; all else comes after it in a menu. */
const USUAL_KINDS: ReadonlySet<DeviceKind> = new Set([
  'nic',
  'nvme',
  'gpu',
  'accelerator',
  'storage',
]);

/** Functions that can have DMA of their own, the usual ones first, those without a driver last. */
export function clientsOf({ functions }: Machine): readonly PciFunction[] {
  return functions.filter(isEndpointLike).toSorted((a, b) => lateness(a) - lateness(b));
}

/** Nobody maps a list for a chipset's own functions; an unknown driver may well be there. */
function lateness(fn: PciFunction): number {
  if (USUAL_KINDS.has(deviceKind(fn))) return fn.driver === null ? 1 : 0;
  return fn.driver === UNKNOWN || fn.driver === null ? 3 : 2;
}

/** What a function is called in a text: its own name, else its address. */
export function plainName(fn: PciFunction): string {
  return fn.label ?? (fn.address ? formatAddress(fn.address) : fn.id);
}

/** The same with what it is, for menus. */
export function menuName(fn: PciFunction, titles: ReadonlyMap<FunctionId, string>): string {
  const title = shortTitle(titles.get(fn.id) ?? '');
  const name = plainName(fn);
  return title === '' || title === name ? name : `${name} · ${title}`;
}

/** Functions by name, address or id, with the BAR that is meant where none is named. */
export function peerNames({ functions }: Machine): PeerNamed {
  const byName = new Map<string, PciFunction>();
  for (const fn of functions) byName.set(fn.id, fn);
  for (const fn of functions) if (fn.address) byName.set(formatAddress(fn.address), fn);
  for (const fn of functions) if (fn.label !== null) byName.set(fn.label, fn);
  return (name) => {
    const fn = byName.get(name) ?? byName.get(`0000:${name}`);
    return fn ? { id: fn.id, bar: usualBar(fn) } : null;
  };
}
