import type { PciFunction } from '../model/pciFunction.ts';
import { acsMark } from './acsMark.ts';

const DOWNWARD: ReadonlySet<PciFunction['type']> = new Set([
  'root-port',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

/**
 * What a drawing writes beside a port: `RR CR`, or `?`. A mark on every card would drown those of
 * the bridges, which are where redirection is set up.
 */
export function portAcsMark(fn: PciFunction): string {
  return DOWNWARD.has(fn.type) ? acsMark(fn) : '';
}
