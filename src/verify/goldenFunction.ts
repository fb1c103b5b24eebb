import { hex64, parseHex64 } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { formatAddress, parseAddress } from '../model/address.ts';
import { UNKNOWN_PCIE, unknownFunction } from '../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { FunctionType, P2pMemory, PciFunction } from '../model/pciFunction.ts';
import type { Bar, BridgeRegisters, Link, LinkState } from '../model/registers.ts';
import type { CaseHardware, CaseNode } from './caseForm.ts';

/** The function that a case calls `03:00.0`; throws on text that is no address. */
export function goldenId(bdf: string): FunctionId {
  const address = parseAddress(bdf);
  if (!address) throw new RangeError(`${bdf} is no address`);
  return formatAddress(address) as FunctionId;
}

/** The host bridge of a root bus, named by its number as the case writes it. */
export function goldenHostId(rootBus: string): HostBridgeId {
  return `host:${rootBus}` as HostBridgeId;
}

const TYPES: Readonly<Record<string, FunctionType>> = {
  'root-port': 'root-port',
  'upstream-port': 'upstream',
  'downstream-port': 'downstream',
  endpoint: 'endpoint',
  'legacy-endpoint': 'legacy-endpoint',
  'pcie-to-pci-bridge': 'pcie-to-pci',
  'pci-to-pcie-bridge': 'pci-to-pcie',
  'rc-integrated-endpoint': 'rciep',
  'rc-event-collector': 'rcec',
};

/** BAR 2 holds the memory of all providers that the test machines have. */
const PROVIDER_BAR = 2;
const MIB = 2 ** 20;

/**
 * One function as the machine brought it along and the firmware left it. Its ACS control word is
 * what the topology says the firmware wrote, else 0.
 *
 * @param node what the topology says of the part, if it is one it names
 */
export function goldenFunction(hardware: CaseHardware, node: CaseNode | null): PciFunction {
  const id = goldenId(hardware.bdf);
  const address = parseAddress(hardware.bdf);
  if (!address) throw new RangeError(`${hardware.bdf} is no address`);
  const type = typeOf(hardware);
  const conventional = type === 'conventional' || type === 'conventional-bridge';
  return {
    ...unknownFunction(id, address),
    parent:
      hardware.parent === null
        ? { kind: 'host', id: goldenHostId(hardware.rootBus) }
        : { kind: 'function', id: goldenId(hardware.parent) },
    physfn: hardware.physfn ? goldenId(hardware.physfn) : null,
    type,
    headerType: hardware.headerType,
    multifunction: hardware.multifunction,
    pciId: { vendor: number(hardware.vendor), device: number(hardware.device) },
    classCode: number(hardware.class),
    bridge: bridgeOf(hardware, address.bus),
    pcie: conventional ? null : { ...UNKNOWN_PCIE, link: linkOf(hardware) },
    acs: acsOf(hardware, node),
    ats: null,
    ari: hardware.ari ? { nextFunction: UNKNOWN } : null,
    sriov: sriovOf(hardware, node),
    bars: hardware.bars.map(barOf),
    p2pMemory: hardware.physfn ? [] : memoryOf(node),
    driver: hardware.driver,
    dma: {
      maskBits: BigInt(`0x${hardware.dma.mask}`).toString(2).length,
      maxSegment: hardware.dma.maxSeg,
      segmentBoundary: hex64(BigInt(`0x${hardware.dma.boundary}`)),
    },
    externalFacing: false,
    untrusted: false,
  };
}

const number = (digits: string): number => Number.parseInt(digits, 16);

function typeOf({ pcieType, headerType }: CaseHardware): FunctionType {
  if (pcieType === 'conventional') {
    return headerType === 0 ? 'conventional' : 'conventional-bridge';
  }
  const type = TYPES[pcieType];
  if (!type) throw new RangeError(`no such type of function: ${pcieType}`);
  return type;
}

function acsOf({ acs }: CaseHardware, node: CaseNode | null): PciFunction['acs'] {
  if (acs === null) return null;
  const firmware = number(node?.acsCtl ?? '0');
  return {
    capability: number(acs.cap),
    control: firmware,
    firmwareControl: firmware,
    egressVector: null,
    // The capability is of the standard form, and nothing was written behind it.
    dwordAt8: 0,
  };
}

function bridgeOf(hardware: CaseHardware, primary: number): BridgeRegisters | null {
  const { secondary, subordinate } = hardware;
  if (hardware.headerType !== 1) return null;
  return {
    primary,
    secondary: secondary ? number(secondary) : UNKNOWN,
    subordinate: subordinate ? number(subordinate) : UNKNOWN,
    windows: UNKNOWN,
  };
}

function linkOf({ link }: CaseHardware): Link | null {
  if (!link) return null;
  const { current_link_speed, current_link_width, max_link_speed, max_link_width } = link;
  return {
    capable: linkState(max_link_speed, max_link_width),
    current: linkState(current_link_speed, current_link_width),
    targetGts: UNKNOWN,
    portNumber: UNKNOWN,
  };
}

function linkState(speed: string | undefined, width: string | undefined): LinkState | 'unknown' {
  if (speed === undefined || width === undefined) return UNKNOWN;
  return { gts: Number.parseFloat(speed), width: Number(width) };
}

function sriovOf({ physfn }: CaseHardware, node: CaseNode | null): PciFunction['sriov'] {
  if (physfn || !node?.vfs) return null;
  return {
    enabled: true,
    totalVfs: UNKNOWN,
    numVfs: node.vfs,
    firstVfOffset: 1,
    vfStride: 1,
    vfDeviceId: UNKNOWN,
    bars: UNKNOWN,
  };
}

/** Kernel resource flags (include/linux/ioport.h): memory, prefetchable, 64 bits. */
const FLAG = { memory: 0x200, prefetch: 0x2000, is64bit: 0x100000 } as const;

function barOf([index, start, size, flagText]: CaseHardware['bars'][number]): Bar {
  const flags = number(flagText);
  return {
    index,
    kind: (flags & FLAG.memory) !== 0 ? 'memory' : 'io',
    is64bit: (flags & FLAG.is64bit) !== 0,
    prefetchable: (flags & FLAG.prefetch) !== 0,
    address: parseHex64(start),
    size: number(size),
    resizableTo: null,
  };
}

/**
 * What the part offers for peer-to-peer DMA: an NVMe controller its memory buffer, the test devices
 * the BAR that they were given for it. All of it was published.
 */
function memoryOf(node: CaseNode | null): readonly P2pMemory[] {
  const mib = node?.cmbMb ?? node?.barMb ?? 0;
  return mib > 0 ? [{ bar: PROVIDER_BAR, offset: 0, size: mib * MIB, published: true }] : [];
}
