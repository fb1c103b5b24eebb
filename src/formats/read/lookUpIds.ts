import { type Problem, problemNote } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction, PciId } from '../../model/pciFunction.ts';
import type { PciNames } from '../../model/pciNames.ts';
import { formerVendors } from './formerVendors.ts';

export interface LookedUp {
  readonly machine: Machine;
  readonly problems: readonly Problem[];
}

interface Found {
  /** The device is unknown where one vendor has several of that name. */
  readonly id: PciId;
  readonly vendor: string | null;
  readonly device: string;
  /** The device id stands in no digits, only in the device's name. */
  readonly byDeviceName: boolean;
}

/** What lspci prints for ids without a name. Before pciutils 3 it said `Unknown device`. */
const UNNAMED = /^(?:Unknown device|Device) ([0-9a-f]{4})$/;
const UNNAMED_BOTH = /^(?:Unknown device|Device) ([0-9a-f]{4}):([0-9a-f]{4})$/;

const number = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16);

/**
 * No vendor and device of the table take more together. Longer ones are no names, and every way to
 * cut them is tried: the work grows with the square of the length.
 */
const LONGEST_NAME = 300;

/** Every way to cut a text in two at a blank, the longest beginning first. */
function cuts(text: string): readonly (readonly [string, string])[] {
  if (text.length > LONGEST_NAME) return [];
  const found: [string, string][] = [];
  for (let at = text.lastIndexOf(' '); at > 0; at = text.lastIndexOf(' ', at - 1)) {
    found.push([text.slice(0, at), text.slice(at + 1)]);
  }
  return found;
}

/**
 * The ids for which lspci would print exactly this text. Vendor and device stand there with a blank
 * between, so every cut is tried; the text must have one reading only, or readings of one vendor: then
 * at least that is known.
 */
function idOf(text: string, names: PciNames): Found | null {
  const both = UNNAMED_BOTH.exec(text);
  if (both) {
    const id = { vendor: number(both[1]), device: number(both[2]) };
    return { id, vendor: null, device: text, byDeviceName: false };
  }
  const readings: Found[] = [];
  for (const [vendorName, deviceName] of cuts(text)) {
    const unnamed = UNNAMED.exec(deviceName);
    for (const vendor of [...names.vendorsByName(vendorName), ...formerVendors(vendorName)]) {
      const devices = unnamed ? [number(unnamed[1])] : names.devicesByName(vendor, deviceName);
      for (const device of devices) {
        readings.push({
          id: { vendor, device },
          vendor: vendorName,
          device: deviceName,
          byDeviceName: !unnamed,
        });
      }
    }
  }
  const [first, ...others] = readings;
  if (!first || others.length === 0) return first ?? null;
  const { vendor } = first.id;
  if (others.some(({ id }) => id.vendor !== vendor)) return null;
  return { ...first, id: { vendor, device: UNKNOWN }, byDeviceName: false };
}

/** The vendor whose name the text begins with, if only one has such a name. */
function vendorOf(text: string, names: PciNames): number | null {
  const [only, ...others] = new Set(
    cuts(text).flatMap(([name]) => [...names.vendorsByName(name), ...formerVendors(name)]),
  );
  return only === undefined || others.length > 0 ? null : only;
}

/** Vendor and device as printed, whether or not the reader could tell them apart. */
function printedName(fn: PciFunction): string | null {
  const parts = [fn.names.vendor, fn.names.device].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : null;
}

/** `SMBus`, or `Generic system peripheral [0807]` where only the base class has a name. */
function classCodeOf(name: string, names: PciNames): number | null {
  const code = /\[([0-9a-f]{4})\]$/.exec(name);
  return code ? number(code[1]) << 8 : names.classByName(name);
}

function withId(fn: PciFunction, names: PciNames): PciFunction {
  const printed = fn.pciId === UNKNOWN ? printedName(fn) : null;
  if (printed === null) return fn;
  const found = idOf(printed, names);
  if (!found) {
    const vendor = vendorOf(printed, names);
    return vendor === null ? fn : { ...fn, pciId: { vendor, device: UNKNOWN } };
  }
  const { id, vendor, device, byDeviceName } = found;
  return {
    ...fn,
    pciId: id,
    deviceIdFromName: byDeviceName,
    names: { ...fn.names, vendor, device },
  };
}

function withClass(fn: PciFunction, names: PciNames): PciFunction {
  if (fn.classCode !== UNKNOWN || fn.names.className === null) return fn;
  const classCode = classCodeOf(fn.names.className, names);
  return classCode === null ? fn : { ...fn, classCode };
}

function lacksDevice(fn: PciFunction): boolean {
  return fn.pciId === UNKNOWN || fn.pciId.device === UNKNOWN;
}

const MOST_EXAMPLES = 3;

/** One note for all functions. */
function summary(
  before: readonly PciFunction[],
  after: readonly PciFunction[],
  version: string | null,
): readonly Problem[] {
  const asked = before.filter((fn) => fn.pciId === UNKNOWN && printedName(fn) !== null);
  if (asked.length === 0) return [];
  const open = after.filter((fn) => lacksDevice(fn) && printedName(fn) !== null);
  const found = asked.length - open.length;
  const table = version === null ? 'the table of names' : `the table of names of ${version}`;
  const text = `The input has names instead of ids. By name, the ids of ${found} of ${asked.length} functions were found in ${table}.`;
  const doubt = 'Names change with the years: an id found by one may be wrong.';
  const hint = 'Use lspci -nn: allow lists and quirks of the kernel go by id.';
  if (open.length === 0) return [problemNote(`${text} ${doubt}`, { hint, treatment: 'guessed' })];
  const examples = open.slice(0, MOST_EXAMPLES).map((fn) => `${fn.id} (${printedName(fn)})`);
  const more = open.length > MOST_EXAMPLES ? ', …' : '';
  return [
    problemNote(
      `${text} Not found, or found more than once: ${examples.join(', ')}${more}. ${doubt}`,
      { hint, treatment: 'guessed' },
    ),
  ];
}

/**
 * Finds ids by the names that a dump without `-n` prints. Only what has one reading is taken, and
 * what is not found stays unknown. Doubt remains: of 364 ids found so in dumps that show both, four
 * were wrong, because the list that printed the names was newer or older than ours.
 */
export function lookUpIds(machine: Machine, names: PciNames): LookedUp {
  const functions = machine.functions.map((fn) => withClass(withId(fn, names), names));
  if (functions.every((fn, at) => fn === machine.functions[at])) {
    return { machine, problems: summary(machine.functions, machine.functions, names.version) };
  }
  return {
    machine: { ...machine, functions },
    problems: summary(machine.functions, functions, names.version),
  };
}
