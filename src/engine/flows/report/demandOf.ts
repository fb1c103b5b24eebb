import { NOT_SHOWN } from '../../pci/topology.ts';
import { solveFluid } from '../../throughput/solveFluid.ts';
import type { FlowNetwork, StreamState } from '../network/flowNetwork.ts';
import { resourceOf } from '../network/resources.ts';
import type { PlanContext } from '../plan/planContext.ts';
import type { Solution } from './solution.ts';

/**
 * What every chain would move if nothing but its engines held it back: their own links, in the
 * direction in which their data go, shared by what they have to do at once, and limits of their own.
 * Where an engine has no link (a processor), what its way could carry for it alone.
 */
export function demandOf(
  { context, states, fluid }: FlowNetwork,
  { meets, rates: reached }: Solution,
): readonly number[] {
  const own = states.map((state) => ownLinkOf(context, state));
  const kept = new Set(own.filter((link) => link !== null));
  const withLink = new Set(states.flatMap(({ chain }, at) => (own[at] === null ? [] : [chain])));
  const resources = fluid.resources.map((resource, index) =>
    kept.has(index) ? resource : { capacity: Number.POSITIVE_INFINITY },
  );
  const { rates } = solveFluid({ ...fluid, resources });
  return rates.map((rate, chain) => {
    // Where one of an engine's flows is held elsewhere, the others have more than their turns.
    if (withLink.has(chain) && Number.isFinite(rate)) return Math.max(rate, reached[chain] ?? 0);
    const alone = fluid.resources.map(({ capacity }, index) => {
      const bytes = meets[index]?.get(chain) ?? 0;
      return bytes > 0 ? capacity / bytes : Number.POSITIVE_INFINITY;
    });
    const most = Math.min(rate, ...alone);
    return Number.isFinite(most) ? most : 0;
  });
}

/** Where the engine's own data cross the link above its device: writes leave, completions come. */
function ownLinkOf(context: PlanContext, { plan, chain }: StreamState): number | null {
  if (chain === null || plan.requester === null) return null;
  const { topology } = context.analysis;
  const bus = topology.upstream[topology.indexOf.get(plan.requester) ?? NOT_SHOWN] ?? NOT_SHOWN;
  const port = topology.functions[bus];
  const link = port && context.linkBelow.get(port.id);
  if (link === undefined) return null;
  const direction = plan.operation === 'write' ? 'up' : 'down';
  return resourceOf(context, { kind: 'link', link, direction });
}
