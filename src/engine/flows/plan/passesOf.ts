import type { FunctionId } from '../../../model/ids.ts';
import type { StreamWay } from '../streamPlan.ts';
import type { PlanContext } from './planContext.ts';
import { type RootEnds, rootCrossing } from './rootCrossing.ts';
import { type Step, switchOf } from './stepsOf.ts';

/** What a request passes, for its latency: a switch that it passes twice is there twice. */
export function passesOf(
  context: PlanContext,
  steps: readonly Step[],
  ends: RootEnds,
): StreamWay['passes'] {
  const switches: FunctionId[] = [];
  let inside: FunctionId | null = null;
  for (const step of steps) {
    const found = step.kind === 'function' ? switchOf(context.analysis.topology, step.at) : null;
    if (found !== null && found !== inside) switches.push(found);
    inside = found;
  }
  const crossings = steps.flatMap((step, index) =>
    step.kind === 'root' ? [rootCrossing(context, steps, index, ends)] : [],
  );
  return {
    switches,
    rootComplexes: crossings.length,
    socketLinks: crossings.filter(({ changesSocket }) => changesSocket).length,
    isToMemory: steps.some(({ kind }) => kind === 'memory'),
  };
}
