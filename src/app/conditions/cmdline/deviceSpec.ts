import { UNKNOWN } from '../../../base/unknown.ts';
import { formatAddress, parseAddress } from '../../../model/address.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

/** What a device of `disable_acs_redir=` or `config_acs=` means on a machine. */
export type DeviceSpec =
  | { readonly kind: 'found'; readonly functions: readonly PciFunction[] }
  /** Linux would not match anything here; `text` says what was looked for. */
  | { readonly kind: 'absent'; readonly text: string }
  /** Linux would stop reading here. */
  | { readonly kind: 'malformed'; readonly text: string };

const HEX4 = '[0-9a-f]{1,4}';
const BY_ID = new RegExp(`^pci:(${HEX4}):(${HEX4})(?::(${HEX4}):(${HEX4}))?$`, 'i');
const STEP = /^([0-9a-f]{1,2})\.([0-7])$/i;

const FORM = 'domain:bus:device.function, as 0000:03:00.0, or pci:vendor:device';

/**
 * Reads one device: `[domain:]bus:dev.fn`, with `/dev.fn` for each step further down, or
 * `pci:vendor:device[:subvendor:subdevice]` where 0 means any. Source: pci_dev_str_match() in
 * drivers/pci/pci.c, Linux 6.1 to 7.1.
 */
export function readDeviceSpec(text: string, machine: Machine): DeviceSpec {
  if (text === '') return { kind: 'malformed', text: `A device is missing here: ${FORM}.` };
  return text.startsWith('pci:') ? byIds(text, machine) : byPath(text, machine);
}

function byIds(text: string, machine: Machine): DeviceSpec {
  const match = BY_ID.exec(text);
  if (!match) {
    return {
      kind: 'malformed',
      text: 'No pair of ids: pci:vendor:device in hexadecimal, 0 for any.',
    };
  }
  const [vendor, device, subvendor, subdevice] = match
    .slice(1)
    .map((digits: string | undefined) => (digits === undefined ? 0 : Number.parseInt(digits, 16)));
  const isMatch = ({ pciId, subsystemId }: PciFunction): boolean => {
    if (pciId === UNKNOWN) return !vendor && !device;
    if (vendor && pciId.vendor !== vendor) return false;
    if (device && pciId.device !== device) return false;
    if (!subvendor && !subdevice) return true;
    if (subsystemId === null || subsystemId === UNKNOWN) return false;
    if (subvendor && subsystemId.vendor !== subvendor) return false;
    return !subdevice || subsystemId.device === subdevice;
  };
  const functions = machine.functions.filter(isMatch);
  if (functions.length > 0) return { kind: 'found', functions };
  return { kind: 'absent', text: `No function of this machine has the ids ${text.slice(4)}.` };
}

function byPath(text: string, machine: Machine): DeviceSpec {
  const [first = '', ...steps] = text.split('/');
  const address = parseAddress(first);
  if (!address || first !== first.trim()) {
    return { kind: 'malformed', text: `No address of a function: ${FORM}.` };
  }
  const malformed = steps.find((step) => !STEP.test(step));
  if (malformed !== undefined) {
    return { kind: 'malformed', text: `/${malformed} is no step down: /device.function.` };
  }
  const wanted = formatAddress(address);
  let at = machine.functions.find((fn) => fn.address && formatAddress(fn.address) === wanted);
  if (!at) return { kind: 'absent', text: `This machine has no function ${wanted}.` };
  for (const step of steps) {
    const next = childAt(machine, at, step);
    if (!next) {
      return { kind: 'absent', text: `Below ${at.id} this machine has no function ${step}.` };
    }
    at = next;
  }
  return { kind: 'found', functions: [at] };
}

function childAt(machine: Machine, parent: PciFunction, step: string): PciFunction | undefined {
  const [, device = '', fn = ''] = STEP.exec(step) ?? [];
  return machine.functions.find(
    (each) =>
      each.parent !== UNKNOWN &&
      each.parent.id === parent.id &&
      each.address?.device === Number.parseInt(device, 16) &&
      each.address.function === Number.parseInt(fn, 16),
  );
}
