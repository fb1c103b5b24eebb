import type { PeerlaneState } from '../../store/state.ts';

/**
 * Are flows what one looks at: their tab is shown, and what they get lies on the sheet? The way of the
 * chosen pair would only lie in between then, unless it is played.
 */
export function flowsInSight({
  document,
  view,
  play,
  throughput,
}: Pick<PeerlaneState, 'document' | 'view' | 'play' | 'throughput'>): boolean {
  const isShown = view.isDockOpen && view.dockTab === 'flows' && view.hasFlowHeat;
  if (!isShown || !document || throughput === null || play !== null) return false;
  const { flows, groups } = document.machine.workload;
  return flows.length + groups.length > 0;
}
