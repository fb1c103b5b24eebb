import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { AcsBoot } from './pciAcsInit.ts';

/** The machine with these control words: what all rules after boot look at. */
export function withBootWords(machine: Machine, boot: AcsBoot): Machine {
  const histories = new Map(boot.words.map((word) => [word.function, word]));
  if (histories.size === 0) return machine;
  let isChanged = false;
  const functions = machine.functions.map((fn) => {
    const { acs } = fn;
    const history = histories.get(fn.id);
    if (history === undefined || acs === null || acs === UNKNOWN) return fn;
    const { control, dwordAt8 = acs.dwordAt8 } = history;
    if (acs.control === control && acs.dwordAt8 === dwordAt8) return fn;
    isChanged = true;
    return { ...fn, acs: { ...acs, control, dwordAt8 } };
  });
  return isChanged ? { ...machine, functions } : machine;
}
