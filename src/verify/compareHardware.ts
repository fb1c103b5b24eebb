import { hex } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/** What is compared of a function before any kernel decides on it. */
export const HARDWARE_KINDS = [
  'functions',
  'parents',
  'buses',
  'virtual functions',
  'identities',
  'ACS capabilities',
  'BARs',
  'drivers',
] as const;
export type HardwareKind = (typeof HARDWARE_KINDS)[number];

export interface HardwareDifference {
  readonly kind: HardwareKind;
  readonly about: string;
  readonly kernel: string;
  readonly derived: string;
}

export interface HardwareReport {
  readonly checked: Readonly<Record<HardwareKind, number>>;
  readonly differences: readonly HardwareDifference[];
}

/**
 * Holds a drawn machine against what firmware and kernel showed of the real one. Functions are
 * matched by their addresses, which are their names in both; none may be missing and none extra.
 */
export function compareHardware(told: Machine, drawn: Machine): HardwareReport {
  const checked = Object.fromEntries(HARDWARE_KINDS.map((kind) => [kind, 0])) as Record<
    HardwareKind,
    number
  >;
  const differences: HardwareDifference[] = [];
  const check = (kind: HardwareKind, about: string, kernel: string, derived: string) => {
    checked[kind]++;
    if (kernel !== derived) differences.push({ kind, about, kernel, derived });
  };
  const ours = new Map(drawn.functions.map((fn) => [fn.id, fn]));
  for (const theirs of told.functions) {
    const fn = ours.get(theirs.id);
    check('functions', theirs.id, 'there', fn ? 'there' : 'missing');
    if (!fn) continue;
    ours.delete(theirs.id);
    check('parents', fn.id, parentOf(theirs, told), parentOf(fn, drawn));
    if (theirs.bridge !== null) check('buses', fn.id, buses(theirs), buses(fn));
    if (theirs.physfn !== null || fn.physfn !== null) {
      check('virtual functions', fn.id, theirs.physfn ?? 'none', fn.physfn ?? 'none');
    }
    check('identities', fn.id, identity(theirs), identity(fn));
    check('ACS capabilities', fn.id, capability(theirs), capability(fn));
    check('BARs', fn.id, bars(theirs), bars(fn));
    check('drivers', fn.id, theirs.driver ?? 'none', fn.driver ?? 'none');
  }
  for (const id of ours.keys()) check('functions', id, 'missing', 'there');
  return { checked, differences };
}

/** The bridge above, or the root bus: host bridges have no common names. */
function parentOf({ parent }: PciFunction, { hostBridges }: Machine): string {
  if (parent === UNKNOWN) return UNKNOWN;
  if (parent.kind === 'function') return parent.id;
  const host = hostBridges.find(({ id }) => id === parent.id);
  return `root bus ${hex(host?.rootBus ?? 0, 2)}`;
}

function buses({ bridge }: PciFunction): string {
  if (bridge === null || bridge === UNKNOWN) return `${bridge}`;
  const { primary, secondary, subordinate } = bridge;
  return `${primary}/${secondary}-${subordinate}`;
}

function identity(fn: PciFunction): string {
  const { pciId, classCode, type, headerType, multifunction } = fn;
  const ids = pciId === UNKNOWN ? UNKNOWN : `${pciId.vendor}:${pciId.device}`;
  return `${ids} class ${classCode} ${type} header ${headerType} multifunction ${multifunction}`;
}

function capability({ acs }: PciFunction): string {
  return acs === null ? 'none' : acs === UNKNOWN ? UNKNOWN : hex(Number(acs.capability), 4);
}

/** What the BARs ask for; where firmware put them is another question. */
function bars({ bars: list }: PciFunction): string {
  if (list === UNKNOWN) return UNKNOWN;
  const text = list.map(({ index, kind, is64bit, prefetchable, size }) =>
    [index, kind, is64bit ? '64 bits' : '32 bits', prefetchable ? 'prefetchable' : '', size].join(
      ' ',
    ),
  );
  return text.join(', ');
}
