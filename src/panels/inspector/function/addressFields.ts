import { hex } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import { busKindBehind } from '../../../build/numberDevices.ts';
import type { FixedAddress, PciFunction } from '../../../model/pciFunction.ts';

/** The numbers of an address as they are typed; nothing: left to numbering. */
export type AddressFields = { readonly [Which in keyof FixedAddress]: string };

export const ADDRESS_FIELDS = ['bus', 'device', 'function'] as const;
export type AddressField = (typeof ADDRESS_FIELDS)[number];

const DIGITS: Readonly<Record<AddressField, number>> = { bus: 2, device: 2, function: 1 };
const MOST: Readonly<Record<AddressField, number>> = { bus: 0xff, device: 0x1f, function: 7 };

/** Hand-set numbers as fields; those that numbering chooses are empty. */
export function fieldsOf(fixed: FixedAddress | null): AddressFields {
  const text = (which: AddressField) => {
    const value = fixed?.[which] ?? null;
    return value === null ? '' : digitsOf(which, value);
  };
  return { bus: text('bus'), device: text('device'), function: text('function') };
}

/** `05` for device 5: as many digits as an address gives it. */
export function digitsOf(which: AddressField, value: number): string {
  return hex(value, DIGITS[which]);
}

/** What is wrong with one number as typed; `null`: nothing, or nothing is typed. */
export function fieldTrouble(which: AddressField, text: string): string | null {
  if (text.trim() === '') return null;
  const value = numberOf(text);
  if (value !== null && value <= MOST[which]) return null;
  const what = which.charAt(0).toUpperCase() + which.slice(1);
  const last = digitsOf(which, MOST[which]);
  return `${what} numbers are hexadecimal, from ${digitsOf(which, 0)} to ${last}.`;
}

/** The numbers that the fields say; `null`: none at all, or one of them is no number. */
export function fixedOf(fields: AddressFields): FixedAddress | null {
  if (ADDRESS_FIELDS.some((which) => fieldTrouble(which, fields[which]) !== null)) return null;
  if (ADDRESS_FIELDS.every((which) => fields[which].trim() === '')) return null;
  const value = (which: AddressField) => numberOf(fields[which]);
  return { bus: value('bus'), device: value('device'), function: value('function') };
}

/**
 * Why that place does not exist on the bus that the function sits on; `null` where it does.
 *
 * @param above the bridge whose secondary bus that is; `null` for root buses
 */
export function placeTrouble(
  { device }: FixedAddress,
  fn: PciFunction,
  above: PciFunction | null,
): string | null {
  if (above === null || device === null || device === 0) return null;
  const hasAri = fn.ari !== null && fn.ari !== UNKNOWN;
  if (hasAri || busKindBehind(above) !== 'link') return null;
  return 'At the end of a link there is one device, number 00.';
}

function numberOf(text: string): number | null {
  const digits = /^\s*(?:0x)?([0-9a-f]{1,4})\s*$/i.exec(text)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}

/** `bus 40, device 05`: the numbers that are set. */
export function fixedWords(fixed: FixedAddress): string {
  return ADDRESS_FIELDS.flatMap((which) => {
    const value = fixed[which];
    return value === null ? [] : [`${which} ${digitsOf(which, value)}`];
  }).join(', ');
}
