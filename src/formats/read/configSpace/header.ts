import { type ConfigBytes, read8, read16, read32 } from './configBytes.ts';
import { type Facts, putFact, putKnown } from './functionFacts.ts';

/** Registers of the header that all types share (PCIe base specification 7.5.1.1). */
const VENDOR_ID = 0x00;
const DEVICE_ID = 0x02;
const REVISION_ID = 0x08;
const HEADER_TYPE = 0x0e;
const SUBSYSTEM_VENDOR_ID = 0x2c;
const SUBSYSTEM_ID = 0x2e;
/** CardBus bridges keep them elsewhere (PC Card standard, volume 7). */
const CARDBUS_SUBSYSTEM_VENDOR_ID = 0x40;

const MULTIFUNCTION_BIT = 0x80;
const NO_VENDOR = 0xffff;

/** What the header tells before anything type-specific is read. */
export interface HeaderFacts {
  readonly headerType: number | null;
  /**
   * Virtual functions answer their id registers with ffff (PCIe base specification 9.3.4.1.1):
   * the ids, and the BARs, are in the physical function.
   */
  readonly isVirtual: boolean;
}

/** Ids, class, revision, header type and multifunction bit. */
export function decodeHeader(space: ConfigBytes, facts: Facts, line: number | null): HeaderFacts {
  const vendor = read16(space, VENDOR_ID);
  const device = read16(space, DEVICE_ID);
  const isVirtual = vendor === NO_VENDOR;
  if (!isVirtual) {
    putKnown(facts, 'vendorId', vendor, line);
    putKnown(facts, 'deviceId', device, line);
  }
  const classAndRevision = read32(space, REVISION_ID);
  if (classAndRevision !== null) {
    putFact(facts, 'revision', classAndRevision & 0xff, line);
    putFact(facts, 'classCode', classAndRevision >>> 8, line);
  }
  const type = read8(space, HEADER_TYPE);
  if (type === null) return { headerType: null, isVirtual };
  const headerType = type & ~MULTIFUNCTION_BIT;
  putFact(facts, 'headerType', headerType, line);
  putFact(facts, 'multifunction', (type & MULTIFUNCTION_BIT) !== 0, line);
  if (headerType === 0) decodeSubsystem(space, SUBSYSTEM_VENDOR_ID, facts, line);
  if (headerType === 2) decodeSubsystem(space, CARDBUS_SUBSYSTEM_VENDOR_ID, facts, line);
  return { headerType, isVirtual };
}

/** Two words, vendor first; in the header, or in the capability that bridges have for it. */
export function decodeSubsystem(
  space: ConfigBytes,
  offset: number,
  facts: Facts,
  line: number | null,
): void {
  const vendor = read16(space, offset);
  const device = read16(space, offset + SUBSYSTEM_ID - SUBSYSTEM_VENDOR_ID);
  if (vendor === null || device === null) return;
  const stated = vendor !== 0 && vendor !== NO_VENDOR;
  putFact(facts, 'subsystem', stated, line);
  if (!stated) return;
  putFact(facts, 'subsystemVendorId', vendor, line);
  putFact(facts, 'subsystemDeviceId', device, line);
}
