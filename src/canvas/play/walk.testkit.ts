import type { FabricWalk, Hop, Place } from '../../engine/report.ts';
import { id } from '../../model/machine.testkit.ts';

/** A place as a test writes it: `02:01.0`, `iommu`, `root`. */
function place(text: string): Place {
  if (text === 'iommu') return { kind: 'iommu' };
  if (text === 'root') return { kind: 'root-complex', host: 'unknown' };
  return { kind: 'function', id: id(text) };
}

export function hopOf(
  at: string,
  action: Hop['action'],
  change: Partial<Omit<Hop, 'at' | 'action' | 'to'>> & { readonly to?: string | null } = {},
): Hop {
  const { to = null, ...rest } = change;
  return {
    packet: 'write',
    at: place(at),
    action,
    to: to === null ? null : place(to),
    rule: 'route-address',
    text: `What is decided at ${at}.`,
    acs: '',
    ...rest,
  };
}

/** A walk of these hops; completed, and below the host bridge unless the test says otherwise. */
export function walkOf(hops: readonly Hop[], change: Partial<FabricWalk> = {}): FabricWalk {
  return {
    question: {
      requester: id('03:00.0'),
      completer: id('04:00.0'),
      operation: 'write',
      address: 'bus',
      relaxedOrdering: false,
    },
    hops,
    outcome: 'completed',
    throughRoot: { request: false, completion: false },
    failure: null,
    assumed: [],
    ...change,
  };
}
