import { isSameDevice } from '../../fabric/internalPath.ts';
import type { FabricWalk } from '../../fabric/walk.ts';
import { wayToRoot } from '../../fabric/wayToRoot.ts';
import type { Stage, StreamWay } from '../streamPlan.ts';
import type { FlowRoute } from '../throughputReport.ts';
import { passesOf } from './passesOf.ts';
import type { PlanContext } from './planContext.ts';
import { type RootEnds, rootCrossing } from './rootCrossing.ts';
import { stagesByStep } from './stagesOf.ts';
import type { Step } from './stepsOf.ts';

interface WayParts extends RootEnds, Pick<StreamWay, 'isTranslated' | 'addressBits'> {
  readonly walk: FabricWalk | null;
  readonly request: readonly Step[];
  /** `null`: nothing comes back. */
  readonly completion: readonly Step[] | null;
  readonly share?: number;
}

/** A way from its steps: the links and caps that it meets, and what it is called. */
export function wayOf(context: PlanContext, parts: WayParts): StreamWay {
  const { walk, request, completion, isTranslated, addressBits, share = 1 } = parts;
  const isWrite = completion === null;
  const there = stagesByStep(context, request, parts, isWrite);
  return {
    share,
    walk,
    route: routeOf(context, request, parts),
    isTranslated,
    addressBits,
    request: there.flat(),
    completion: isWrite ? [] : stagesByStep(context, completion, parts, true).flat(),
    forwarded: isWrite ? forwardedOf(context, request, there, parts) : null,
    passes: passesOf(context, request, parts),
  };
}

/** Writes that a root complex sends out again in smaller pieces: from which stage on. */
function forwardedOf(
  context: PlanContext,
  steps: readonly Step[],
  stages: readonly (readonly Stage[])[],
  ends: RootEnds,
): StreamWay['forwarded'] {
  const at = steps.findIndex(({ kind }) => kind === 'root');
  if (at < 0) return null;
  const { from, to } = rootCrossing(context, steps, at, ends);
  const found = from === null || to === null ? null : context.platform.forwardedPayload(from, to);
  return found && { ...found, stage: stages.slice(0, at + 1).flat().length };
}

/** How requests get there, in one word. */
function routeOf(context: PlanContext, steps: readonly Step[], ends: RootEnds): FlowRoute {
  const { topology } = context.analysis;
  const at = steps.findIndex(({ kind }) => kind === 'root');
  const [first, last] = [steps[0], steps.at(-1)];
  const from = first?.kind === 'function' ? first.at : null;
  const to = last?.kind === 'function' ? last.at : null;
  if (at < 0) {
    const isInside =
      from === to || (from !== null && to !== null && isSameDevice(topology, from, to));
    return isInside ? 'inside' : 'direct';
  }
  const isRemote = rootCrossing(context, steps, at, ends).changesSocket;
  if (steps.some(({ kind }) => kind === 'memory')) return isRemote ? 'remote-memory' : 'memory';
  if (isRemote) return 'socket';
  if (from === null || to === null) return 'root';
  const above = wayToRoot(topology, from).nodes;
  const shared = wayToRoot(topology, to).nodes.some((node) => above.includes(node));
  return shared ? 'redirected' : 'root';
}
