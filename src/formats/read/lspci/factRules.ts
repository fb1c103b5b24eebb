import { hex, hex64Value } from '../../../base/hex.ts';
import type { BridgeWindow } from '../../../model/registers.ts';
import type { FactName, FactValues } from '../configSpace/functionFacts.ts';

/** How two statements about the same thing are compared and shown. */
export interface FactRule<T> {
  /** The thing's name in a message. */
  readonly title: string;
  readonly show: (value: T) => string;
  /** May both be true? */
  readonly agree: (a: T, b: T) => boolean;
  /**
   * May words and a register both be true, though they differ? Words have the CPU's addresses, and
   * are kept then.
   */
  readonly mapped: (words: T, register: T) => boolean;
  /** The better of two that agree: words round off what bytes give in full. */
  readonly refine: (a: T, b: T) => T;
  /** Differences that mean nothing, and are settled in favour of the later statement. */
  readonly quiet: boolean;
}

function rule<T>(title: string, rest: Partial<Omit<FactRule<T>, 'title'>> = {}): FactRule<T> {
  return {
    title,
    show: (value) => String(value),
    agree: (a, b) => a === b,
    mapped: () => false,
    refine: (_a, b) => b,
    quiet: false,
    ...rest,
  };
}

const hexadecimal = (title: string, digits: number): FactRule<number> =>
  rule(title, { show: (value) => hex(value, digits) });
const measured = (title: string, unit: string): FactRule<number> =>
  rule(title, { show: (value) => `${value} ${unit}` });
const yesNo = (title: string): FactRule<boolean> =>
  rule(title, { show: (value) => (value ? 'yes' : 'no') });
const orNone = <T>(title: string): FactRule<T | null> =>
  rule(title, { show: (value) => (value === null ? 'none' : String(value)) });
const quiet = <T>(title: string): FactRule<T> => rule(title, { quiet: true });

/**
 * The host bridges of ARM64 and POWER translate: the CPU's address of a window is not the one on
 * the bus that the register holds. Kinds and sizes are the same.
 */
const areSameElsewhere = (a: readonly BridgeWindow[], b: readonly BridgeWindow[]): boolean =>
  a.length === b.length &&
  a.every((window, index) => {
    const other = b[index];
    return other?.kind === window.kind && windowSize(other) === windowSize(window);
  });

const windowSize = ({ base, limit }: BridgeWindow): bigint => hex64Value(limit) - hex64Value(base);

const showWindows = (windows: readonly BridgeWindow[]): string =>
  windows.map(({ kind, base, limit }) => `${kind} ${base}-${limit}`).join(', ') || 'none';

/** What the ACS words of a text hold: the seven flags, not the size of the egress vector. */
const ACS_FLAGS = 0x7f;

export const FACT_RULES: { readonly [Name in FactName]: FactRule<FactValues[Name]> } = {
  vendorId: hexadecimal('vendor id', 4),
  deviceId: hexadecimal('device id', 4),
  subsystem: rule('subsystem', { quiet: true, refine: (a, b) => a || b }),
  subsystemVendorId: hexadecimal('subsystem vendor id', 4),
  subsystemDeviceId: hexadecimal('subsystem id', 4),
  revision: hexadecimal('revision', 2),
  classCode: rule('class', {
    show: (value) => hex(value, 6),
    // The programming interface is printed with some verbosities only.
    agree: (a, b) => a >> 8 === b >> 8 && (a === b || (a & 0xff) === 0 || (b & 0xff) === 0),
    refine: (a, b) => a | b,
  }),
  headerType: rule('header type'),
  multifunction: yesNo('multifunction bit'),
  type: rule('type'),
  bridge: yesNo('bridge'),
  primaryBus: hexadecimal('primary bus', 2),
  secondaryBus: hexadecimal('secondary bus', 2),
  subordinateBus: hexadecimal('subordinate bus', 2),
  windows: rule('forwarding windows', {
    show: showWindows,
    agree: (a, b) => showWindows(a) === showWindows(b),
    mapped: areSameElsewhere,
  }),
  pcie: yesNo('PCI Express capability'),
  pcieVersion: rule('version of the PCI Express capability'),
  slotImplemented: yesNo('slot'),
  slotNumber: rule('slot number'),
  maxPayloadSupported: measured('supported payload size', 'bytes'),
  maxPayload: measured('payload size', 'bytes'),
  maxReadRequest: measured('read request size', 'bytes'),
  readCompletionBoundary: measured('read completion boundary', 'bytes'),
  extendedTags: yesNo('extended tags'),
  tenBitTags: yesNo('10-bit tags'),
  relaxedOrdering: yesNo('relaxed ordering'),
  noSnoop: yesNo('no snoop'),
  link: yesNo('link'),
  portNumber: rule('port number'),
  capableGts: measured('link speed capability', 'GT/s'),
  capableWidth: rule('link width capability', { show: (value) => `x${value}` }),
  currentGts: measured('link speed', 'GT/s'),
  currentWidth: rule('link width', { show: (value) => `x${value}` }),
  targetGts: orNone('target link speed'),
  acs: yesNo('ACS capability'),
  acsCapability: rule('ACS capability word', {
    show: (value) => hex(value, 4),
    agree: (a, b) => (a & ACS_FLAGS) === (b & ACS_FLAGS) && (a <= 0x7f || b <= 0x7f || a === b),
    refine: (a, b) => a | b,
  }),
  acsControl: rule('ACS control word', {
    show: (value) => hex(value, 4),
    agree: (a, b) => (a & ACS_FLAGS) === (b & ACS_FLAGS),
    refine: (a, b) => a | b,
  }),
  egressVector: rule('ACS egress vector', {
    show: (value) => (value === null ? 'none' : value.map((word) => hex(word, 8)).join(' ')),
    agree: (a, b) => String(a) === String(b),
  }),
  acsDwordAt8: rule('dword behind the ACS words', { show: (value) => hex(value, 8) }),
  ats: yesNo('ATS capability'),
  atsEnabled: yesNo('ATS enabled'),
  ari: yesNo('ARI capability'),
  ariNextFunction: rule('ARI next function'),
  sriov: yesNo('SR-IOV capability'),
  vfEnabled: yesNo('SR-IOV enabled'),
  totalVfs: rule('total number of virtual functions'),
  numVfs: rule('number of virtual functions'),
  firstVfOffset: rule('first virtual function offset'),
  vfStride: rule('virtual function stride'),
  vfDeviceId: hexadecimal('virtual function device id', 4),
  vfBars: quiet('virtual function regions'),
  bars: quiet('regions'),
  unnumberedBars: quiet('regions'),
  numaNode: orNone('NUMA node'),
  driver: orNone('driver'),
  iommuGroup: orNone('IOMMU group'),
  physicalSlot: rule('physical slot'),
  vendorName: quiet('vendor name'),
  deviceName: quiet('device name'),
  className: quiet('class name'),
  subsystemName: quiet('subsystem name'),
};
