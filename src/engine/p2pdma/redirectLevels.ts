import type { Topology } from '../pci/topology.ts';
import { DIRECT, MAY_REDIRECT, REDIRECTS } from './pairWalk.ts';
import { pciBridgeHasAcsRedir } from './pciBridgeHasAcsRedir.ts';

/** What each function does to a peer's request, as kernels from 4.20 on see it. */
export function redirectLevels(topology: Topology): Uint8Array {
  return Uint8Array.from(topology.functions, (fn) => {
    const answer = pciBridgeHasAcsRedir(fn);
    return answer === 'yes' ? REDIRECTS : answer === 'no' ? DIRECT : MAY_REDIRECT;
  });
}
