import type {
  CmdlineSpan,
  KernelParameters,
  ParameterRemark,
} from '../kernel/cmdline/kernelParameters.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import type { Topology } from '../pci/topology.ts';
import { type ConfigAcsList, readConfigAcs, remarksOnConfigAcs } from './configAcs.ts';
import {
  type DeviceList,
  readDeviceList,
  remarkOnUnread,
  remarksOnSelector,
} from './deviceList.ts';

/** The two lists of the command line that change ACS words; `null`: not given, or not known. */
export interface AcsLists {
  readonly disableAcsRedir: DeviceList | null;
  readonly configAcs: ConfigAcsList | null;
}

/** Reads both as a kernel with these features does. */
export function readAcsLists(parameters: KernelParameters, features: KernelFeatures): AcsLists {
  const { disableAcsRedir, configAcs } = parameters;
  const knowsDisable = features.disableAcsRedir !== 'absent';
  return {
    disableAcsRedir: disableAcsRedir && knowsDisable ? readDeviceList(disableAcsRedir) : null,
    configAcs:
      configAcs && features.configAcs !== 'absent'
        ? readConfigAcs(configAcs, features.configAcs)
        : null,
  };
}

/** What is wrong with them, on this machine. */
export function remarksOnLists(lists: AcsLists, topology: Topology): readonly ParameterRemark[] {
  const { disableAcsRedir, configAcs } = lists;
  return [
    ...(disableAcsRedir?.selectors ?? []).flatMap((each) => remarksOnSelector(each, topology)),
    ...(disableAcsRedir ? remarkOnUnread(disableAcsRedir) : []),
    ...(configAcs ? remarksOnConfigAcs(configAcs, topology) : []),
  ];
}

/** Where ACS words are taken as they stand, nothing of the command line changes them. */
export function remarksNotApplied(
  parameters: KernelParameters,
  features: KernelFeatures,
): readonly ParameterRemark[] {
  const { text, noats, disableAcsRedir, configAcs } = parameters;
  const at = noats && features.noatsBlocks ? text.indexOf('noats') : -1;
  const noatsSpan = at < 0 ? null : { text: 'noats', start: at, end: at + 'noats'.length };
  return [disableAcsRedir, configAcs, noatsSpan]
    .filter((span): span is CmdlineSpan => span !== null)
    .map((span) => ({
      span,
      severity: 'warning',
      text: 'Not applied: ACS words are taken as they stand, not as they are after a boot.',
    }));
}
