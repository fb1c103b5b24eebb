import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';

const PORT_TYPES: ReadonlySet<string> = new Set(['root-port', 'downstream', 'pci-to-pcie']);
const BRIDGE_TYPES: ReadonlySet<string> = new Set([
  ...PORT_TYPES,
  'upstream',
  'pcie-to-pci',
  'conventional-bridge',
]);

/** Whether a bus hangs below the function, by any sign of it. */
export function isBridge(fn: PciFunction): boolean {
  if (fn.type !== UNKNOWN && BRIDGE_TYPES.has(fn.type)) return true;
  return fn.bridge !== null && fn.bridge !== UNKNOWN;
}

/** Whether what hangs below the function is a PCI Express link, which has one device at its end. */
export function isPort(fn: PciFunction): boolean {
  return fn.type !== UNKNOWN && PORT_TYPES.has(fn.type);
}

/** Whether lines below a bridge may be links, and so have something to say. */
export function labelsBelow(bridge: PciFunction): 'none' | 'each' {
  return isPort(bridge) || bridge.type === UNKNOWN ? 'each' : 'none';
}

/**
 * The functions of one bus by device. Virtual functions belong to their physical function's, and
 * with alternative routing ids (ARI) all functions at the end of a link are one device's.
 */
export function devicesOf(
  functions: readonly PciFunction[],
  below: PciFunction | null,
): readonly (readonly PciFunction[])[] {
  const isOne = below !== null && isPort(below) && functions.some(hasAri);
  const groups = new Map<string, PciFunction[]>();
  const groupOf = new Map<string, string>();
  for (const fn of functions) {
    const { address, physfn } = fn;
    const own = address === null ? fn.id : `${address.domain}:${address.bus}:${address.device}`;
    const group = isOne ? '' : ((physfn === null ? undefined : groupOf.get(physfn)) ?? own);
    groupOf.set(fn.id, group);
    const found = groups.get(group);
    if (found) found.push(fn);
    else groups.set(group, [fn]);
  }
  return [...groups.values()];
}

function hasAri(fn: PciFunction): boolean {
  return fn.ari !== null && fn.ari !== UNKNOWN;
}

/** `×2`, `1 PF + 16 VFs`; empty for a device of one function. */
export function countWords(functions: readonly PciFunction[]): string {
  const virtual = functions.filter((fn) => fn.physfn !== null).length;
  if (virtual === 0) return functions.length > 1 ? `×${functions.length}` : '';
  const physical = functions.length - virtual;
  const vfs = `${virtual} VF${virtual > 1 ? 's' : ''}`;
  return physical === 0 ? vfs : `${physical} PF${physical > 1 ? 's' : ''} + ${vfs}`;
}
