import type { FunctionRecord } from './functionRecord.ts';

/** What a complete list of capabilities settles for a PCI Express function. */
const EXTENDED = ['acs', 'ats', 'ari', 'sriov'] as const;

/** Was this function's description cut, and do its bytes not make up for it? */
export function leavesOpen({ evidence, facts, readAsOnes }: FunctionRecord): boolean {
  if (evidence.cut === 'no' || evidence.silent || readAsOnes) return false;
  if (!evidence.verbose && !evidence.kernelLines) return false;
  if (facts.pcie === undefined || facts.driver === undefined) return true;
  return facts.pcie.value && EXTENDED.some((name) => facts[name] === undefined);
}
