import type { KernelFeatures } from '../features.ts';
import type { CmdlineSpan, ParameterRemark } from './parameterTypes.ts';
import { remarkOn, splitSpan } from './spans.ts';

/** What one `pci=` asks for. */
export interface PciOptions {
  /** Every list of the kind, in order. */
  readonly disableAcsRedir: readonly CmdlineSpan[];
  readonly configAcs: readonly CmdlineSpan[];
  readonly noats: boolean;
  readonly remarks: readonly ParameterRemark[];
}

const REDIR = 'disable_acs_redir';
const CONFIG = 'config_acs';
const LOOKS_LIKE_DEVICE =
  /^(?:[01x]{1,7}@|pci:[0-9a-f]{1,4}:|(?:[0-9a-f]+:)?[0-9a-f]{1,2}:[0-9a-f]{1,2}\.[0-7])/i;

/**
 * Reads the value of one `pci=`: options with commas between. The lists of devices stay text; an
 * empty one counts, too, and makes an earlier one void. Source: pci_setup() in drivers/pci/pci.c,
 * Linux 4.19 to 7.1.
 */
export function pciOptions(value: CmdlineSpan, features: KernelFeatures): PciOptions {
  const disableAcsRedir: CmdlineSpan[] = [];
  const configAcs: CmdlineSpan[] = [];
  let noats = false;
  const remarks: ParameterRemark[] = [];
  for (const option of splitSpan(value, ',')) {
    const list = listOf(option);
    if (list?.name === REDIR && features.disableAcsRedir !== 'absent') {
      disableAcsRedir.push(list.span);
    } else if (list?.name === CONFIG && features.configAcs !== 'absent') {
      configAcs.push(list.span);
    } else if (option.text.startsWith('noats')) {
      noats = true;
    }
    const remark = remarkOnOption(option, list, features);
    if (remark) remarks.push(remark);
  }
  return { disableAcsRedir, configAcs, noats, remarks };
}

interface DeviceList {
  readonly name: string;
  readonly span: CmdlineSpan;
}

function listOf({ text, start, end }: CmdlineSpan): DeviceList | null {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(equals, 0));
  if (name !== REDIR && name !== CONFIG) return null;
  return { name, span: { text: text.slice(equals + 1), start: start + equals + 1, end } };
}

function remarkOnOption(
  option: CmdlineSpan,
  list: DeviceList | null,
  features: KernelFeatures,
): ParameterRemark | null {
  const { text } = option;
  const name = list?.name ?? text;
  if (name === REDIR && features.disableAcsRedir === 'absent') {
    const words = `This kernel does not know ${REDIR} yet (it came with 4.19): Linux ignores it.`;
    return remarkOn(option, 'error', words);
  }
  if (name === CONFIG && features.configAcs === 'absent') {
    const words = `This kernel does not know ${CONFIG} yet (it came with 6.11): Linux ignores it.`;
    return remarkOn(option, 'error', words);
  }
  if (list?.span.text === '') {
    return remarkOn(list.span, 'error', `${name} names no device: nothing is changed.`);
  }
  if (text === REDIR || text === CONFIG) {
    const words = `${text} needs devices: ${text}=… ; Linux ignores it without.`;
    return remarkOn(option, 'error', words);
  }
  if (text === 'noacs') {
    return remarkOn(option, 'error', 'No mainline kernel knows pci=noacs: Linux ignores it.');
  }
  if (LOOKS_LIKE_DEVICE.test(text)) {
    const words = 'A comma ends the list of devices; separate them with a semicolon.';
    return remarkOn(option, 'error', words);
  }
  if (text.startsWith('noats') && text !== 'noats') {
    return remarkOn(option, 'warning', 'Linux takes this for noats: it reads no further.');
  }
  return null;
}

/** Of two lists of the same kind, Linux keeps the last. */
export function overruled(lists: readonly CmdlineSpan[], name: string): readonly ParameterRemark[] {
  const said = `${name} is given again further on: Linux keeps only the last list.`;
  return lists.slice(0, -1).map(({ start }) => {
    // The name stands before the list, with the equals sign between.
    const from = start - name.length - 1;
    return remarkOn({ text: name, start: from, end: start - 1 }, 'error', said);
  });
}
