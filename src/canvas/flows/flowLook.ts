import type { DrawnFlow, FlowsDrawing } from './flowsDrawing.ts';

/** A flow that is looked at stands out, and the others step back for it. */
export type FlowLook = 'looked' | 'plain' | 'weak';

export function flowLook({ isLooked }: DrawnFlow, { hasLooked }: FlowsDrawing): FlowLook {
  if (isLooked) return 'looked';
  return hasLooked ? 'weak' : 'plain';
}
