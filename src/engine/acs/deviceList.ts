import type { CmdlineSpan, ParameterRemark } from '../kernel/cmdline/kernelParameters.ts';
import type { Topology } from '../pci/topology.ts';
import type { DeviceSelector } from './deviceSelector.ts';
import { type Match, matchDevice, part, readDeviceSelector } from './deviceSelector.ts';
import { namesNothingText, noCapabilityText } from './selectorWords.ts';

/** A list of devices as the kernel reads it, up to where it stops. */
export interface DeviceList {
  readonly selectors: readonly DeviceSelector[];
  /** What is left over where the reading stopped early; `null`: it was read to its end. */
  readonly unread: CmdlineSpan | null;
}

/**
 * Reads the devices of `pci=disable_acs_redir=`: one after another, parted by `;` (a `,` would do
 * as well, but `pci=` takes it as the end of the value). Anything else behind a device ends the
 * list.
 *
 * Source: `pci_disable_acs_redir()`, drivers/pci/pci.c, Linux 4.19 to 6.10, and
 * `__pci_config_acs()`, Linux 6.11 to 7.1.
 */
export function readDeviceList(list: CmdlineSpan): DeviceList {
  const selectors: DeviceSelector[] = [];
  for (let at = 0; at < list.text.length; ) {
    const { selector, end } = readDeviceSelector(list, at);
    selectors.push(selector);
    if (!isSeparator(list.text[end])) return { selectors, unread: rest(list, end) };
    at = end + 1;
  }
  return { selectors, unread: null };
}

/** Does this end a device of a list, so that another one follows? */
export function isSeparator(character: string | undefined): boolean {
  return character === ';' || character === ',';
}

/** What is left of a list; `null` when nothing is. */
export function rest(list: CmdlineSpan, from: number): CmdlineSpan | null {
  return from >= list.text.length ? null : part(list, from, list.text.length);
}

/** The first device of the list that names the function decides, and so does the first mistake. */
export function firstMatch(list: DeviceList, topology: Topology, index: number): Match {
  for (const selector of list.selectors) {
    const match = matchDevice(selector, topology, index);
    if (match !== 'no') return match;
  }
  return 'no';
}

/** What is wrong with a list's selectors, on this machine. */
export function remarksOnSelector(
  selector: DeviceSelector,
  topology: Topology,
): readonly ParameterRemark[] {
  const { span } = selector;
  const unreadable = unreadableText(selector);
  if (unreadable !== null) return [{ span, severity: 'error', text: unreadable }];
  const named = topology.functions.filter(
    (_, index) => matchDevice(selector, topology, index) !== 'no',
  );
  if (named.length === 0) {
    return [{ span, severity: 'warning', text: namesNothingText(selector, topology) }];
  }
  if (named.every(({ acs }) => acs === null)) {
    return [{ span, severity: 'warning', text: noCapabilityText(named) }];
  }
  return [];
}

const PATH_FORM = '[domain:]bus:device.function[/device.function]…';

function unreadableText(selector: DeviceSelector): string | null {
  if (selector.kind === 'ids') {
    return selector.ids === null
      ? 'Expected pci:VENDOR:DEVICE[:SUBVENDOR:SUBDEVICE] in hexadecimal. The kernel stops here; devices before it count.'
      : null;
  }
  const { span, start, steps } = selector;
  if (span.text === '') {
    return 'A device is missing here. The kernel stops; devices before it count.';
  }
  if (start !== null && steps.every((step) => step !== null)) return null;
  return steps.length === 0
    ? `Expected ${PATH_FORM} in hexadecimal. The kernel stops here; devices before it count.`
    : `Expected ${PATH_FORM} in hexadecimal. The kernel reads a path from its end: functions that fit that far stop here, the others go on with the next device.`;
}

/** What the kernel leaves over of a list. */
export function remarkOnUnread({ unread }: Pick<DeviceList, 'unread'>): readonly ParameterRemark[] {
  if (unread === null) return [];
  const text = 'The kernel does not get here: devices are parted by ";".';
  return [{ span: unread, severity: 'error', text }];
}
