import { type Facts, putFact } from './functionFacts.ts';

const PCIE_ONLY = ['acs', 'ats', 'ari', 'sriov'] as const;

/**
 * States that a function has no PCI Express capability, and with it none of the extended ones.
 * `isBridge` is `null` where the header type was not shown.
 */
export function putConventional(facts: Facts, isBridge: boolean | null, line: number | null): void {
  putFact(facts, 'pcie', false, line);
  for (const name of PCIE_ONLY) putFact(facts, name, false, line);
  if (isBridge !== null) {
    putFact(facts, 'type', isBridge ? 'conventional-bridge' : 'conventional', line);
  }
}
