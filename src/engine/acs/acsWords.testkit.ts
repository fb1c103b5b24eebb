import { UNKNOWN } from '../../base/unknown.ts';
import { id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { CmdlineSpan } from '../kernel/cmdline/kernelParameters.ts';
import { type ConditionRequest, resolveConditions } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { buildTopology } from '../pci/topology.ts';
import { type AcsBoot, pciAcsInit } from './pciAcsInit.ts';
import { withBootWords } from './withBootWords.ts';

export interface Asked {
  readonly era: string;
  readonly iommu?: ConditionRequest['iommu'];
  readonly cmdline?: string;
  readonly acsWords?: ConditionRequest['acsWords'];
}

/** A boot of that machine, and the machine as it runs afterwards. */
export function boot(
  machine: Machine,
  { era, iommu = 'none', cmdline = '', acsWords = 'boot' }: Asked,
): AcsBoot & { readonly machine: Machine } {
  const conditions = resolveConditions(machine, { kernel: eraById(era), iommu, cmdline, acsWords });
  const done = pciAcsInit(buildTopology(machine), conditions);
  return { ...done, machine: withBootWords(machine, done) };
}

/** What a boot makes of one function's control word: `001d`, `none`, `unknown`. */
export function wordAfterBoot(machine: Machine, address: string, asked: Asked): string {
  return wordOf(boot(machine, asked).machine, address);
}

/** The control word as it stands. */
export function wordOf(machine: Machine, address: string): string {
  const fn = machine.functions.find((each) => each.id === id(address));
  if (!fn || fn.acs === null) return 'none';
  if (fn.acs === UNKNOWN || fn.acs.control === UNKNOWN) return UNKNOWN;
  return fn.acs.control.toString(16).padStart(4, '0');
}

/** A value of the command line that begins at its first character. */
export function span(text: string): CmdlineSpan {
  return { text, start: 0, end: text.length };
}
