import { decodeAcsCapability } from './acsCapability.ts';
import { decodeBars, decodeRomBar } from './bars.ts';
import { decodeBridgeWindows } from './bridgeWindows.ts';
import { CAPABILITY, type CapabilityList, listCapabilities } from './capabilities.ts';
import { CONVENTIONAL_SIZE, type ConfigBytes, isAllOnes, read8, read16 } from './configBytes.ts';
import { EXTENDED_CAPABILITY, listExtendedCapabilities } from './extendedCapabilities.ts';
import { type Facts, putFact, putKnown } from './functionFacts.ts';
import { decodeHeader, decodeSubsystem } from './header.ts';
import { decodePcieCapability } from './pcieCapability.ts';
import { putConventional } from './putConventional.ts';
import { decodeSriovCapability } from './sriovCapability.ts';

/** What the bytes of one function say. */
export interface DecodedConfigSpace {
  readonly facts: Facts;
  /** False when every byte is ff: the function was asleep, removed or never there. */
  readonly answered: boolean;
  readonly isVirtual: boolean;
  /** The list of capabilities beyond the first 256 bytes loops, or leads nowhere. */
  readonly extendedBroken: boolean;
}

const BAR0 = 0x10;
/** Number of BARs and place of the expansion ROM register, by header type. */
const BAR_LAYOUT = [
  { count: 6, rom: 0x30 },
  { count: 2, rom: 0x38 },
  { count: 1, rom: null },
] as const;

const PRIMARY_BUS = 0x18;
const SECONDARY_BUS = 0x19;
const SUBORDINATE_BUS = 0x1a;

function decodeBarFacts(space: ConfigBytes, headerType: number, facts: Facts, line: number): void {
  const layout = BAR_LAYOUT[headerType];
  if (!layout) return;
  const bars = decodeBars(space, BAR0, layout.count);
  if (bars === null) return;
  const rom = layout.rom === null ? null : decodeRomBar(space, layout.rom);
  putFact(facts, 'bars', rom === null ? bars : [...bars, rom], line);
}

/** Bus numbers stand at the same place for PCI and CardBus bridges; the windows do not. */
function decodeBridge(space: ConfigBytes, headerType: number, facts: Facts, line: number): void {
  if (headerType > 2) return;
  putFact(facts, 'bridge', headerType !== 0, line);
  if (headerType === 0) return;
  putKnown(facts, 'primaryBus', read8(space, PRIMARY_BUS), line);
  putKnown(facts, 'secondaryBus', read8(space, SECONDARY_BUS), line);
  putKnown(facts, 'subordinateBus', read8(space, SUBORDINATE_BUS), line);
  if (headerType === 1) putKnown(facts, 'windows', decodeBridgeWindows(space), line);
}

/** True when the list is broken. */
function decodeExtended(space: ConfigBytes, facts: Facts, line: number): boolean {
  const list = listExtendedCapabilities(space);
  const found = new Map<number, number>();
  for (const item of list.items) if (!found.has(item.id)) found.set(item.id, item.offset);

  const acs = found.get(EXTENDED_CAPABILITY.acs);
  if (acs !== undefined) decodeAcsCapability(space, acs, facts, line);
  else if (list.complete) putFact(facts, 'acs', false, line);

  const ari = found.get(EXTENDED_CAPABILITY.ari);
  if (ari !== undefined) {
    putFact(facts, 'ari', true, line);
    // ARI capability register, Next Function Number (PCIe base specification 7.8.8.2).
    putKnown(facts, 'ariNextFunction', read8(space, ari + 5), line);
  } else if (list.complete) putFact(facts, 'ari', false, line);

  const ats = found.get(EXTENDED_CAPABILITY.ats);
  if (ats !== undefined) {
    putFact(facts, 'ats', true, line);
    // ATS control register, Enable (PCIe base specification 10.5.1.3).
    const control = read16(space, ats + 6);
    if (control !== null) putFact(facts, 'atsEnabled', (control & 0x8000) !== 0, line);
  } else if (list.complete) putFact(facts, 'ats', false, line);

  const sriov = found.get(EXTENDED_CAPABILITY.sriov);
  if (sriov !== undefined) decodeSriovCapability(space, sriov, facts, line);
  else if (list.complete) putFact(facts, 'sriov', false, line);
  return list.broken;
}

/** True when the list of extended capabilities is broken. */
function decodeCapabilities(
  space: ConfigBytes,
  headerType: number,
  list: CapabilityList,
  facts: Facts,
  line: number,
): boolean {
  const isBridge = headerType === 1 || headerType === 2;
  let extendedBroken = false;
  const express = list.items.find((item) => item.id === CAPABILITY.pciExpress);
  if (express) {
    decodePcieCapability(space, express.offset, facts, line);
    extendedBroken = decodeExtended(space, facts, line);
  } else if (list.complete && space.end >= CONVENTIONAL_SIZE) {
    putConventional(facts, isBridge, line);
  }
  if (headerType !== 1) return extendedBroken;
  const subsystem = list.items.find((item) => item.id === CAPABILITY.subsystem);
  if (subsystem) decodeSubsystem(space, subsystem.offset + 4, facts, line);
  else if (list.complete && space.end >= CONVENTIONAL_SIZE) {
    putFact(facts, 'subsystem', false, line);
  }
  return extendedBroken;
}

/**
 * Everything the model wants to know that these bytes show. How much that is depends on how much
 * was printed: 64 bytes hold the header alone, 256 the PCI Express capability, 4096 the extended
 * capabilities. What was not printed stays unsaid, never absent.
 */
export function decodeConfigSpace(space: ConfigBytes, line: number): DecodedConfigSpace {
  const facts: Facts = {};
  if (isAllOnes(space)) {
    return { facts, answered: false, isVirtual: false, extendedBroken: false };
  }
  const { headerType, isVirtual } = decodeHeader(space, facts, line);
  if (headerType === null) return { facts, answered: true, isVirtual, extendedBroken: false };
  decodeBridge(space, headerType, facts, line);
  if (!isVirtual) decodeBarFacts(space, headerType, facts, line);
  const list = listCapabilities(space, headerType);
  const extendedBroken = decodeCapabilities(space, headerType, list, facts, line);
  return { facts, answered: true, isVirtual, extendedBroken };
}
