import { UNKNOWN } from '../../base/unknown.ts';
import { DEVICE_KIND_WORDS, deviceKind } from '../../model/deviceKind.ts';
import type { FunctionType, PciFunction } from '../../model/pciFunction.ts';

/** The Device/Port Type in words. */
export const FUNCTION_TYPE_WORDS: Readonly<Record<FunctionType, string>> = {
  endpoint: 'endpoint',
  'legacy-endpoint': 'legacy endpoint',
  'root-port': 'root port',
  upstream: 'upstream port',
  downstream: 'downstream port',
  'pcie-to-pci': 'PCIe to PCI bridge',
  'pci-to-pcie': 'PCI to PCIe bridge',
  rciep: 'integrated endpoint',
  rcec: 'root complex event collector',
  conventional: 'conventional PCI device',
  'conventional-bridge': 'conventional PCI bridge',
};

const ENDPOINTS: ReadonlySet<FunctionType> = new Set(['endpoint', 'legacy-endpoint']);

/** What a function is in a word or two: a bridge by its type, a device by its kind: `GPU`, `root port`. */
export function whatItIs(fn: PciFunction): string {
  if (fn.physfn !== null) return 'virtual function';
  const kind = deviceKind(fn);
  if (kind === 'bridge' || kind === 'other') {
    return fn.type === UNKNOWN || ENDPOINTS.has(fn.type)
      ? DEVICE_KIND_WORDS[kind].one
      : FUNCTION_TYPE_WORDS[fn.type];
  }
  return DEVICE_KIND_WORDS[kind].one;
}

const PORTS = ['root-port', 'upstream', 'downstream'] as const;
export type PortType = (typeof PORTS)[number];

/** One of the three kinds of ports that PCI Express has. */
export function isPortType(type: PciFunction['type']): type is PortType {
  return PORTS.some((port) => port === type);
}
