import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { ACS_BITS } from '../../../model/registers.ts';
import type { Analysis } from '../../analyze.ts';
import type { ThroughputOptions } from '../throughputOptions.ts';
import { variantOf } from './variants.ts';

const { RR, CR, UF, EC } = ACS_BITS;

/**
 * What if all root and downstream ports redirected peer requests and completions to the root, or none
 * did: the machine with those ACS bits set or cleared wherever a port has them.
 */
export function redirecting(
  analysis: Analysis,
  redirect: ThroughputOptions['acsRedirect'],
): Analysis {
  if (redirect === null) return analysis;
  return variantOf(analysis, `redirect ${redirect}`, (machine) => ({
    ...machine,
    functions: machine.functions.map((fn) => withRedirect(fn, redirect === 'on')),
  }));
}

function withRedirect(fn: PciFunction, isOn: boolean): PciFunction {
  const { acs, type } = fn;
  const isPort = type === 'root-port' || type === 'downstream';
  if (!isPort || acs === null || acs === UNKNOWN || acs.capability === UNKNOWN) return fn;
  const before = acs.control === UNKNOWN ? 0 : acs.control;
  const control = isOn ? before | (acs.capability & (RR | CR | UF)) : before & ~(RR | CR | EC);
  return control === acs.control ? fn : { ...fn, acs: { ...acs, control } };
}
