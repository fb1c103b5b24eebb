import type { FunctionType } from '../../../model/pciFunction.ts';
import type { Bar, BridgeWindow } from '../../../model/registers.ts';

/**
 * Everything a dump may say about one function, as flat statements. A statement that is missing
 * is unknown; presence and absence of a capability are statements of their own (`acs: false`).
 * Flat, because two sources (words and bytes, two runs of one tool) are compared statement by
 * statement.
 */
export interface FactValues {
  vendorId: number;
  deviceId: number;
  /** False: the platform states no subsystem. */
  subsystem: boolean;
  subsystemVendorId: number;
  subsystemDeviceId: number;
  revision: number;
  /** 24 bits; the programming interface is 0 where only the class was printed. */
  classCode: number;
  headerType: number;
  multifunction: boolean;
  type: FunctionType;

  bridge: boolean;
  primaryBus: number;
  secondaryBus: number;
  subordinateBus: number;
  windows: readonly BridgeWindow[];

  pcie: boolean;
  pcieVersion: number;
  slotImplemented: boolean;
  slotNumber: number;
  maxPayloadSupported: number;
  maxPayload: number;
  maxReadRequest: number;
  readCompletionBoundary: number;
  extendedTags: boolean;
  tenBitTags: boolean;
  relaxedOrdering: boolean;
  noSnoop: boolean;

  link: boolean;
  portNumber: number;
  capableGts: number;
  capableWidth: number;
  currentGts: number;
  currentWidth: number;
  /** `null`: the register does not exist in this version of the capability. */
  targetGts: number | null;

  acs: boolean;
  acsCapability: number;
  acsControl: number;
  egressVector: readonly number[] | null;
  acsDwordAt8: number;
  ats: boolean;
  atsEnabled: boolean;
  ari: boolean;
  ariNextFunction: number;
  sriov: boolean;
  vfEnabled: boolean;
  totalVfs: number;
  numVfs: number;
  firstVfOffset: number;
  vfStride: number;
  vfDeviceId: number;
  vfBars: readonly Bar[];

  bars: readonly Bar[];
  /** As `bars`, from output that leaves out the indices: those here are guessed. */
  unnumberedBars: readonly Bar[];

  numaNode: number | null;
  driver: string | null;
  iommuGroup: string | null;
  physicalSlot: string;

  vendorName: string;
  deviceName: string;
  className: string;
  subsystemName: string;
}
export type FactName = keyof FactValues;

/** One statement and the line of the input that made it. */
export interface Fact<T> {
  readonly value: T;
  readonly line: number | null;
}

export type Facts = { [Name in FactName]?: Fact<FactValues[Name]> };

export function putFact<Name extends FactName>(
  facts: Facts,
  name: Name,
  value: FactValues[Name],
  line: number | null,
): void {
  const fact: Fact<FactValues[Name]> = { value, line };
  facts[name] = fact as Facts[Name];
}

/** As {@link putFact}, for values that may not have been readable. */
export function putKnown<Name extends FactName>(
  facts: Facts,
  name: Name,
  value: FactValues[Name] | null,
  line: number | null,
): void {
  if (value !== null) putFact(facts, name, value, line);
}

/** The stated value, or `undefined`. */
export function factValue<Name extends FactName>(
  facts: Facts,
  name: Name,
): FactValues[Name] | undefined {
  const fact = facts[name] as Fact<FactValues[Name]> | undefined;
  return fact?.value;
}
