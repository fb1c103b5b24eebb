import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { CmdlineSpan, ParameterRemark } from '../kernel/cmdline/kernelParameters.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import type { Topology } from '../pci/topology.ts';
import { ACS_CONTROL_BITS } from './acsMasks.ts';
import { isSeparator, remarkOnUnread, remarksOnSelector, rest } from './deviceList.ts';
import {
  type DeviceSelector,
  type Match,
  matchDevice,
  part,
  readDeviceSelector,
} from './deviceSelector.ts';
import type { AcsWordPair } from './disableAcsRedir.ts';

type Form = Exclude<KernelFeatures['configAcs'], 'absent'>;

/** Flags such as `10x`, the rightmost for bit 0: which bits they speak of, and which they set. */
export interface AcsFlags {
  readonly mask: number;
  readonly set: number;
}

interface ConfigAcsEntry {
  readonly flags: AcsFlags;
  readonly selector: DeviceSelector;
}

/** The value of `pci=config_acs=` as the kernel reads it, up to where it stops. */
export interface ConfigAcsList {
  readonly form: Form;
  readonly entries: readonly ConfigAcsEntry[];
  /** A mistake in the flags: every function that gets there is left alone. */
  readonly mistake: { readonly span: CmdlineSpan; readonly text: string } | null;
  readonly unread: CmdlineSpan | null;
}

/**
 * Reads `FLAGS@DEVICE[;…]`. In the form of today each device has its own flags. In the early form
 * flags hold for all devices that follow, so a second `FLAGS@` is read as a device, which it is
 * not; only flags that are all `x` are followed by others.
 *
 * Source: `__pci_config_acs()`, drivers/pci/pci.c, Linux 6.11 to 6.12.15 (`early`), 6.12.117 to
 * 7.1 (`each-entry`); both run.
 */
export function readConfigAcs(list: CmdlineSpan, form: Form): ConfigAcsList {
  const entries: ConfigAcsEntry[] = [];
  let held: AcsFlags | null = null;
  for (let at = 0; at < list.text.length; ) {
    if (held === null || form === 'each-entry' || held.mask === 0) {
      const read = readFlags(list, at);
      if ('text' in read) return { form, entries, mistake: read, unread: null };
      held = read.flags;
      at = read.end;
    }
    const { selector, end } = readDeviceSelector(list, at);
    entries.push({ flags: held, selector });
    if (!isSeparator(list.text[end])) {
      return { form, entries, mistake: null, unread: rest(list, end) };
    }
    at = end + 1;
  }
  return { form, entries, mistake: null, unread: null };
}

type FlagsRead =
  | { readonly flags: AcsFlags; readonly end: number }
  | { readonly span: CmdlineSpan; readonly text: string };

function readFlags(list: CmdlineSpan, from: number): FlagsRead {
  const at = list.text.indexOf('@', from);
  if (at < 0) {
    const span = part(list, from, list.text.length);
    return {
      span,
      text: 'Flags are missing: each device needs its own FLAGS@. The kernel stops here.',
    };
  }
  const word = list.text.slice(from, at);
  const span = part(list, from, at);
  if (!/^[01x]*$/i.test(word)) {
    const text = word.includes(';')
      ? 'The device before the ";" has no flags of its own: each needs FLAGS@. The kernel stops here.'
      : 'Flags are made of 0, 1 and x. The kernel stops here.';
    return { span, text };
  }
  let mask = 0;
  let set = 0;
  for (const [bit, flag] of [...word].reverse().entries()) {
    if (flag === 'x' || flag === 'X') continue;
    mask |= 1 << bit;
    if (flag === '1') set |= 1 << bit;
  }
  if ((mask & ~ACS_CONTROL_BITS) !== 0 || word.length > 16) {
    return { span, text: 'There are seven ACS bits: more flags than that end the reading.' };
  }
  return { flags: { mask, set }, end: at + 1 };
}

/** What the list says of one function: its flags, or nothing. */
export function configFlagsOf(
  { entries }: ConfigAcsList,
  topology: Topology,
  index: number,
): { readonly match: Match; readonly flags: AcsFlags | null } {
  for (const { selector, flags } of entries) {
    const match = matchDevice(selector, topology, index);
    if (match !== 'no') return { match, flags: match === 'unreadable' ? null : flags };
  }
  return { match: 'no', flags: null };
}

/**
 * The control word of a function that has these flags. Today 1 sets, 0 clears and `x` is the
 * firmware's bit, so that nothing which the kernel set before lasts. In the early form 1 sets, 0
 * brings the firmware's bit back, and `x` leaves what the kernel has set.
 *
 * No capability is asked. Source: as {@link readConfigAcs}.
 */
export function configAcs(
  form: Form,
  { mask, set }: AcsFlags,
  { firmware, control }: AcsWordPair,
): OrUnknown<number> {
  if (firmware === UNKNOWN) return UNKNOWN;
  if (form === 'each-entry') return (firmware & ~mask) | set;
  return control === UNKNOWN ? UNKNOWN : (control & ~mask) | (firmware & mask) | set;
}

/** What is wrong with the list, for this kernel, on this machine. */
export function remarksOnConfigAcs(
  list: ConfigAcsList,
  topology: Topology,
): readonly ParameterRemark[] {
  const remarks: ParameterRemark[] = [];
  for (const { selector } of list.entries) {
    const { span } = selector;
    if (list.form === 'early' && span.text.includes('@')) {
      const text =
        'This kernel takes flags once, for all devices that follow: a second FLAGS@ ends the reading. From 6.12.117 on each device has its own.';
      remarks.push({ span, severity: 'error', text });
    } else {
      remarks.push(...remarksOnSelector(selector, topology));
    }
  }
  if (list.mistake) remarks.push({ ...list.mistake, severity: 'error' });
  return [...remarks, ...remarkOnUnread(list)];
}
