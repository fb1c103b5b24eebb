import { UNKNOWN } from '../../../base/unknown.ts';
import { classOf, PCI_CLASS } from '../../../model/classCode.ts';
import type { FunctionType, PciFunction } from '../../../model/pciFunction.ts';

const ONLY_ON_ROOT_BUSES: ReadonlySet<FunctionType> = new Set(['root-port', 'rciep', 'rcec']);

/**
 * Does this function show that its bus is a root bus? Root ports and integrated functions are
 * nowhere else (PCIe base specification 1.3.2.3, 7.5.3.2).
 */
export function provesRootBus(fn: PciFunction): boolean {
  return fn.type !== UNKNOWN && ONLY_ON_ROOT_BUSES.has(fn.type);
}

/**
 * A function of the host bridge class stands on a root bus, if no bridge leads to its bus: some
 * chipsets have further ones below bridges, so only an input that shows where bridges lead can tell.
 */
export function isHostBridge(fn: PciFunction): boolean {
  return classOf(fn) === PCI_CLASS.hostBridge;
}

/** Base class and sub-class of the counters that Xeons keep on a bus of their own. */
const PERFORMANCE_COUNTERS = 0x1101;

/**
 * Functions that are seldom elsewhere than on a root bus, if no bridge leads to theirs. A
 * conventional bridge that nothing leads to hangs on a host bridge of its own: expander host
 * bridges have them. Performance counters that are no PCI Express function are the processor's: its
 * uncore has a root bus per socket. Both remain guesses.
 */
export function suggestsRootBus(fn: PciFunction): boolean {
  if (fn.type === 'conventional') return classOf(fn) === PERFORMANCE_COUNTERS;
  return fn.type === 'conventional-bridge' && fn.headerType === 1;
}
