import { UNKNOWN } from '../base/unknown.ts';
import { formatAddress } from '../model/address.ts';
import { blankMachine, UNKNOWN_PCIE, unknownFunction } from '../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import { FUNCTION_TYPES, type FunctionType, type PciFunction } from '../model/pciFunction.ts';

const NONE = { primary: UNKNOWN, secondary: UNKNOWN, subordinate: UNKNOWN, windows: UNKNOWN };
const BRIDGES: readonly FunctionType[] = [
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
];

/**
 * A drawn machine as tests write it, one part a line, indented by two spaces under what it is plugged
 * into. Host bridges stand at the margin: `h0 bus=40 domain=1 vmd`. Others: `id type`, an endpoint
 * without one, with `bus=`, `dev=`, `fn=` set by hand (bus hexadecimal), `vfs=2`, `offset=`, `stride=`,
 * `total=`, `reserve=` buses, `ari`, `host` (the class of a host bridge).
 */
export function drawnTree(text: string): Machine {
  const hostBridges: HostBridge[] = [];
  const functions: PciFunction[] = [];
  const above: string[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const depth = (line.length - line.trimStart().length) / 2;
    const [id = '', ...words] = line.trim().split(/\s+/);
    above.length = depth;
    above.push(id);
    if (depth === 0) hostBridges.push(host(id, words));
    else functions.push(...parts(id, words, above[depth - 1] ?? '', depth === 1));
  }
  return { ...blankMachine('drawn', 'tree'), hostBridges, functions };
}

function host(id: string, words: readonly string[]): HostBridge {
  const bus = value(words, 'bus');
  return {
    id: id as HostBridgeId,
    label: null,
    domain: Number(value(words, 'domain') ?? 0),
    rootBus: bus === null ? null : Number.parseInt(bus, 16),
    lastBus: UNKNOWN,
    socket: null,
    numaNode: null,
    kind: words.includes('vmd') ? 'vmd' : 'native',
    vmdFunction: null,
    windows: UNKNOWN,
    forwarding: null,
    model: null,
    isGuess: false,
  };
}

function parts(
  id: string,
  words: readonly string[],
  above: string,
  isOnHost: boolean,
): readonly PciFunction[] {
  const type = FUNCTION_TYPES.find((each) => words.includes(each)) ?? 'endpoint';
  const conventional = type === 'conventional' || type === 'conventional-bridge';
  const [bus, dev, fn] = ['bus', 'dev', 'fn'].map((key) => value(words, key));
  const isFixed = [bus, dev, fn].some((each) => each !== null);
  const vfs = Number(value(words, 'vfs') ?? 0);
  const offset = number(words, 'offset');
  const own: PciFunction = {
    ...unknownFunction(id as FunctionId, { domain: 0, bus: 0, device: 0, function: 0 }),
    address: null,
    fixedAddress: isFixed
      ? {
          bus: bus ? Number.parseInt(bus, 16) : null,
          device: dev ? Number(dev) : null,
          function: fn ? Number(fn) : null,
        }
      : null,
    hotplugReserve: words.some((each) => each.startsWith('reserve='))
      ? { buses: number(words, 'reserve') ?? 0, memory: 0, prefetchable: 0 }
      : null,
    parent: isOnHost
      ? { kind: 'host', id: above as HostBridgeId }
      : { kind: 'function', id: above as FunctionId },
    type,
    headerType: BRIDGES.includes(type) ? 1 : 0,
    multifunction: false,
    classCode: words.includes('host') ? 0x060000 : 0x010802,
    bridge: BRIDGES.includes(type) ? NONE : null,
    pcie: conventional ? null : UNKNOWN_PCIE,
    acs: null,
    ats: null,
    ari: words.includes('ari') ? { nextFunction: 0 } : null,
    sriov:
      vfs > 0 || number(words, 'total') !== null
        ? {
            enabled: vfs > 0,
            totalVfs: number(words, 'total') ?? vfs,
            numVfs: vfs,
            firstVfOffset: offset ?? UNKNOWN,
            vfStride: number(words, 'stride') ?? (offset === null ? UNKNOWN : 1),
            vfDeviceId: UNKNOWN,
            bars: [],
          }
        : null,
    bars: [],
    driver: null,
  };
  const virtual = Array.from({ length: vfs }, (_, index) => ({
    ...own,
    id: `${id}/vf${index + 1}` as FunctionId,
    fixedAddress: null,
    physfn: own.id,
    sriov: null,
  }));
  return [own, ...virtual];
}

const value = (words: readonly string[], key: string): string | null =>
  words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1) ?? null;

function number(words: readonly string[], key: string): number | null {
  const text = value(words, key);
  return text === null ? null : Number(text);
}

/** `02:00.0`, a bridge with its buses: `00:01.0 [01-04]`; `-` where there is no number. */
export function numbersOf({ functions }: Machine): Readonly<Record<string, string>> {
  return Object.fromEntries(functions.map((fn) => [fn.id, numbers(fn)]));
}

function numbers({ address, bridge }: PciFunction): string {
  const own = address ? formatAddress(address).replace(/^0000:/, '') : '-';
  if (bridge === null || bridge === UNKNOWN) return own;
  const [first, last] = [bridge.secondary, bridge.subordinate].map((bus) =>
    bus === UNKNOWN ? '?' : bus.toString(16).padStart(2, '0'),
  );
  return `${own} [${first}-${last}]`;
}
