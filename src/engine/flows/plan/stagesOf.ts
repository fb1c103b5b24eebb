import { functionAt, type Topology } from '../../pci/topology.ts';
import type { Stage } from '../streamPlan.ts';
import type { PlanContext } from './planContext.ts';
import { type RootEnds, rootCrossing } from './rootCrossing.ts';
import { type Step, switchOf } from './stepsOf.ts';

/**
 * The links that a packet meets on its way, in their order; caps are met by what carries data. One list
 * for each step.
 */
export function stagesByStep(
  context: PlanContext,
  steps: readonly Step[],
  ends: RootEnds,
  hasData: boolean,
): readonly (readonly Stage[])[] {
  const { topology } = context.analysis;
  return steps.map((step, index): readonly Stage[] => {
    const [before, next] = [steps[index - 1], steps[index + 1]];
    if (step.kind === 'root') return hasData ? atRoot(context, steps, index, ends) : [];
    if (step.kind !== 'function') return [];
    const met = next?.kind === 'function' ? between(context, step.at, next.at) : [];
    const inside = switchOf(topology, step.at);
    const isEntered = before?.kind !== 'function' || switchOf(topology, before.at) !== inside;
    const through = inside === null || !isEntered ? [] : asCaps(context.platform.through(inside));
    return [...through, ...met].filter(({ kind }) => hasData || kind === 'link');
  });
}

function atRoot(
  context: PlanContext,
  steps: readonly Step[],
  index: number,
  ends: RootEnds,
): readonly Stage[] {
  const { platform } = context;
  const { from, to, socket } = rootCrossing(context, steps, index, ends);
  if (from === null) return to === null ? [] : asCaps(platform.fromMemory(socket, to));
  return asCaps(to === null ? platform.toMemory(from, socket) : platform.betweenPorts(from, to));
}

function between(context: PlanContext, from: number, to: number): readonly Stage[] {
  const { topology } = context.analysis;
  if (topology.upstream[from] === to) return below(context, to, 'up');
  if (topology.upstream[to] === from) return below(context, from, 'down');
  const bus = topology.upstream[from];
  const isShared = bus !== undefined && bus >= 0 && topology.upstream[to] === bus;
  return isShared ? conventionalBus(context, bus) : [];
}

/** What joins a bridge with what is below it: a link, a conventional bus, or wires in a switch. */
function below(context: PlanContext, bridge: number, direction: 'up' | 'down'): readonly Stage[] {
  const link = context.linkBelow.get(functionAt(context.analysis.topology, bridge).id);
  return link === undefined
    ? conventionalBus(context, bridge)
    : [{ kind: 'link', link, direction }];
}

function conventionalBus(context: PlanContext, bridge: number): readonly Stage[] {
  const { topology } = context.analysis;
  if (!isConventional(topology, bridge)) return [];
  return asCaps(context.platform.through(functionAt(topology, bridge).id));
}

function isConventional(topology: Topology, bridge: number): boolean {
  const { type } = functionAt(topology, bridge);
  return type === 'pcie-to-pci' || type === 'conventional-bridge';
}

function asCaps(caps: readonly number[]): readonly Stage[] {
  return caps.map((cap) => ({ kind: 'cap', cap }));
}
