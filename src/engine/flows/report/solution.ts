import type { Binding } from '../../throughput/fluid.ts';
import { type ResourceUse, resourceUses } from '../../throughput/resourceUses.ts';
import { componentsOf } from '../network/components.ts';
import type { FlowNetwork } from '../network/flowNetwork.ts';
import { componentSolution, type Held } from './componentSolution.ts';

/** The network solved, with what comes next. */
export interface Solution {
  /** Of each chain: bytes/s, `Infinity` where nothing is known to hold it. */
  readonly rates: readonly number[];
  readonly bindings: readonly Binding[];
  /** What each chain would have without what holds it; `null`: nothing does, or nobody asked. */
  readonly next: readonly (Held | null)[];
  readonly uses: readonly ResourceUse[];
  /** Which chains meet a resource, and what they take of it for each byte. */
  readonly meets: readonly ReadonlyMap<number, number>[];
}

/**
 * Rates, what binds, what would bind next, and what every resource carries.
 *
 * @param isNextWanted chains of which is asked what would bind next
 */
export function solutionOf(
  { fluid, context }: FlowNetwork,
  isNextWanted: (chain: number) => boolean,
): Solution {
  const rates: number[] = fluid.streams.map(() => 0);
  const bindings: Binding[] = fluid.streams.map(() => 'none');
  const next: (Held | null)[] = fluid.streams.map(() => null);
  const isLink = (resource: number) => resource < 2 * context.links.length;
  for (const component of componentsOf(fluid)) {
    componentSolution(component, isLink, isNextWanted).forEach((answer, at) => {
      const chain = component.streams[at] ?? 0;
      rates[chain] = answer.rate;
      bindings[chain] = answer.binding;
      next[chain] = answer.next;
    });
  }
  const known = rates.map((rate) => (Number.isFinite(rate) ? rate : 0));
  return { rates, bindings, next, uses: resourceUses(fluid, known), meets: meetsOf(fluid) };
}

function meetsOf({ resources, streams }: FlowNetwork['fluid']): Solution['meets'] {
  const meets: Map<number, number>[] = Array(resources.length).fill(NOBODY);
  streams.forEach(({ legs, overhead }, chain) => {
    const add = (resource: number, bytes: number) => {
      if (meets[resource] === NOBODY) meets[resource] = new Map();
      const at = meets[resource];
      at?.set(chain, (at.get(chain) ?? 0) + bytes);
    };
    for (const leg of legs) for (const { resource, bytes } of leg) add(resource, bytes);
    for (const { resource, bytes } of overhead) add(resource, bytes);
  });
  return meets;
}

/** Most resources of a large machine are met by nobody. */
const NOBODY: Map<number, number> = new Map();
