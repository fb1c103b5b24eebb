/** A printed name, taken apart. Ids are those that lspci prints where it knows no name. */
export interface NameParts {
  readonly vendorName: string | null;
  readonly deviceName: string | null;
  readonly vendorId: number | null;
  readonly deviceId: number | null;
}

const BARE_IDS = /^([\da-f]{4}):([\da-f]{4})$/i;
/** `Device 10de:2204`, `Unknown device 1234:5678` (before pciutils 3): neither name is known. */
const UNNAMED_BOTH = /^(?:Unknown device|Device) ([\da-f]{4}):([\da-f]{4})$/i;
/** `Device 46d1` behind the vendor's name, or alone. */
const UNNAMED_DEVICE = /(?:^|\s)((?:Unknown device|Device) ([\da-f]{4}))$/i;
const UNNAMED_VENDOR = /^(?:Unknown vendor|Vendor) ([\da-f]{4})\b\s*/i;

/**
 * lspci prints vendor and device name one after the other, with nothing between them. Vendor names
 * mostly end in the kind of company or in a short form in brackets; where none of these appears
 * the text stays whole, as the device's name.
 */
const COMPANY_END =
  /(?:\bCorporation|\bCorp\.?|\bInc\.?|\bIncorporated|\bLtd\.?|\bLimited|\bLLC|\bGmbH|\bAG|\bS\.?A\.?|\bB\.?V\.?|\bPLC|\bCompany|\bTechnologies|\bTechnology|\bSystems|\bElectronics|\bSemiconductors?|\bMicroelectronics|\bNetworks|\bInternational|\])(?=[\s,)])/;

/** `Inc.` may be followed by what still belongs to it: `, Ltd.`, `Group`, ` [AMD/ATI]`, `and subsidiaries`. */
const COMPANY_TAIL =
  /^(?:,? (?:Co\.,? ?Ltd\.?|Ltd\.?|Inc\.?|LLC|Corp\.?|Corporation|Limited|Group|Company|and subsidiaries|\([A-Z]+\)(?: Ltd\.?)?|\[[A-Za-z][\w/ .-]{0,20}\](?=\s)))+/;

const hexNumber = (text: string | undefined): number => Number.parseInt(text ?? '', 16);

function splitCompany(text: string): { vendor: string | null; device: string | null } {
  const end = COMPANY_END.exec(text);
  if (!end) return { vendor: null, device: text || null };
  let cut = end.index + end[0].length;
  const tail = COMPANY_TAIL.exec(text.slice(cut, cut + 80));
  if (tail) cut += tail[0].length;
  const device = text.slice(cut).trim();
  return { vendor: text.slice(0, cut).trim(), device: device || null };
}

/** Takes `Intel Corporation Device 46d1` and its like apart. */
export function splitName(name: string): NameParts {
  const none: NameParts = { vendorName: null, deviceName: null, vendorId: null, deviceId: null };
  const both = BARE_IDS.exec(name) ?? UNNAMED_BOTH.exec(name);
  if (both) return { ...none, vendorId: hexNumber(both[1]), deviceId: hexNumber(both[2]) };

  const unnamedVendor = UNNAMED_VENDOR.exec(name);
  if (unnamedVendor) {
    const device = splitName(name.slice(unnamedVendor[0].length));
    return { ...device, vendorId: hexNumber(unnamedVendor[1]) };
  }
  const unnamed = UNNAMED_DEVICE.exec(name);
  if (unnamed) {
    const vendor = name.slice(0, unnamed.index).trim();
    return {
      vendorName: vendor || null,
      deviceName: unnamed[1] ?? null,
      vendorId: null,
      deviceId: hexNumber(unnamed[2]),
    };
  }
  const { vendor, device } = splitCompany(name);
  return { ...none, vendorName: vendor, deviceName: device };
}
