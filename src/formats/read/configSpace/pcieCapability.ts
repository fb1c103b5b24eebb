import { type ConfigBytes, read8, read16, read32 } from './configBytes.ts';
import { type Facts, putFact, putKnown } from './functionFacts.ts';
import { linkSpeed, targetLinkSpeed } from './linkSpeed.ts';
import { canHaveSlot, hasLink, hasReadCompletionBoundary, portType } from './portType.ts';

/** Offsets inside the PCI Express capability (PCIe base specification 7.5.3, figure 7-22). */
const CAPABILITIES = 0x02;
const DEVICE_CAPABILITIES = 0x04;
const DEVICE_CONTROL = 0x08;
const LINK_CAPABILITIES = 0x0c;
const LINK_CONTROL = 0x10;
const LINK_STATUS = 0x12;
const SLOT_CAPABILITIES = 0x14;
const DEVICE_CONTROL_2 = 0x28;
const LINK_CONTROL_2 = 0x30;

const SLOT_IMPLEMENTED = 0x0100;
const RELAXED_ORDERING = 0x0010;
const EXTENDED_TAGS = 0x0100;
const NO_SNOOP = 0x0800;
const TEN_BIT_TAGS = 0x1000;
const RCB_128 = 0x0008;

/** Sizes of payloads and read requests are coded as 128 << n, n up to 5. */
function codedSize(code: number): number | null {
  return code <= 5 ? 128 << code : null;
}

function decodeDevice(space: ConfigBytes, at: number, facts: Facts, line: number | null): void {
  const capabilities = read32(space, at + DEVICE_CAPABILITIES);
  if (capabilities !== null) {
    putKnown(facts, 'maxPayloadSupported', codedSize(capabilities & 7), line);
  }
  const control = read16(space, at + DEVICE_CONTROL);
  if (control === null) return;
  putFact(facts, 'relaxedOrdering', (control & RELAXED_ORDERING) !== 0, line);
  putFact(facts, 'extendedTags', (control & EXTENDED_TAGS) !== 0, line);
  putFact(facts, 'noSnoop', (control & NO_SNOOP) !== 0, line);
  putKnown(facts, 'maxPayload', codedSize((control >> 5) & 7), line);
  putKnown(facts, 'maxReadRequest', codedSize((control >> 12) & 7), line);
}

function decodeLink(space: ConfigBytes, at: number, facts: Facts, line: number | null): void {
  const capabilities = read32(space, at + LINK_CAPABILITIES);
  if (capabilities !== null) {
    putKnown(facts, 'capableGts', linkSpeed(capabilities & 0xf), line);
    putFact(facts, 'capableWidth', (capabilities >> 4) & 0x3f, line);
    putFact(facts, 'portNumber', capabilities >>> 24, line);
  }
  const status = read16(space, at + LINK_STATUS);
  if (status !== null) {
    putKnown(facts, 'currentGts', linkSpeed(status & 0xf), line);
    putFact(facts, 'currentWidth', (status >> 4) & 0x3f, line);
  }
}

/** The PCI Express capability at `at`, in full. */
export function decodePcieCapability(
  space: ConfigBytes,
  at: number,
  facts: Facts,
  line: number | null,
): void {
  putFact(facts, 'pcie', true, line);
  const flags = read16(space, at + CAPABILITIES);
  if (flags === null) return;
  const version = flags & 0xf;
  putFact(facts, 'pcieVersion', version, line);
  decodeDevice(space, at, facts, line);
  const type = portType((flags >> 4) & 0xf);
  if (type === null) return;
  putFact(facts, 'type', type, line);

  const slot = canHaveSlot(type) && (flags & SLOT_IMPLEMENTED) !== 0;
  putFact(facts, 'slotImplemented', slot, line);
  if (slot) {
    const slotCapabilities = read32(space, at + SLOT_CAPABILITIES);
    if (slotCapabilities !== null) putFact(facts, 'slotNumber', slotCapabilities >>> 19, line);
  }
  putFact(facts, 'link', hasLink(type), line);
  if (hasLink(type)) {
    decodeLink(space, at, facts, line);
    const control = read8(space, at + LINK_CONTROL);
    if (control !== null && hasReadCompletionBoundary(type)) {
      putFact(facts, 'readCompletionBoundary', (control & RCB_128) !== 0 ? 128 : 64, line);
    }
  }
  decodeSecondHalf(space, at, version, hasLink(type), facts, line);
}

/** The registers that version 2 added. */
function decodeSecondHalf(
  space: ConfigBytes,
  at: number,
  version: number,
  link: boolean,
  facts: Facts,
  line: number | null,
): void {
  if (version < 2) {
    putFact(facts, 'tenBitTags', false, line);
    if (link) putFact(facts, 'targetGts', null, line);
    return;
  }
  const deviceControl = read16(space, at + DEVICE_CONTROL_2);
  if (deviceControl !== null) {
    putFact(facts, 'tenBitTags', (deviceControl & TEN_BIT_TAGS) !== 0, line);
  }
  const linkControl = link ? read16(space, at + LINK_CONTROL_2) : null;
  if (linkControl !== null) putKnown(facts, 'targetGts', targetLinkSpeed(linkControl & 0xf), line);
}
