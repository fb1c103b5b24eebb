import { useMemo } from 'react';
import { fetchedOnce } from '../../parts/fetchedOnce.ts';
import { useFetched } from '../../parts/useFetched.ts';
import { isThroughputStale } from '../../store/flowsView.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PeerlaneState } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';

const overlay = fetchedOnce(async () => {
  const [heat, texts, lines, tags, tip, legend, drawing] = await Promise.all([
    import('./HeatBands.tsx'),
    import('./HeatTexts.tsx'),
    import('./FlowLines.tsx'),
    import('./FlowTags.tsx'),
    import('./LinkTip.tsx'),
    import('./HeatLegend.tsx'),
    import('./flowsDrawing.ts'),
  ]);
  return { ...heat, ...texts, ...lines, ...tags, ...tip, ...legend, ...drawing };
});

/** The last answer, stale or not, while the sheet shows what links carry. */
function heatInSight({ document, view, throughput, carry }: PeerlaneState) {
  if (!document || !view.hasFlowHeat || carry !== null) return null;
  const { flows, groups } = document.machine.workload;
  return flows.length + groups.length > 0 ? throughput : null;
}

/** What the sheet draws of flows; `null`, and no work at all, while it shows none. */
export function useFlowsSheet({ scene }: Drawn, { byId, machine }: OpenDocument) {
  const report = usePeerlane((state) => heatInSight(state)?.report ?? null);
  const isStale = usePeerlane(isThroughputStale);
  const looked = usePeerlane((state) => state.flows.flow);
  const fetched = useFetched(overlay, report !== null);
  const part = fetched.kind === 'there' ? fetched.part : null;
  const { workload, hostBridges } = machine;
  const heat = useMemo(
    () => (part && report ? part.sheetHeat(scene, report, byId) : null),
    [part, report, scene, byId],
  );
  const drawing = useMemo(() => {
    if (!part || !heat || !report) return null;
    return part.flowsDrawing(scene, { byId, workload, hostBridges }, report, looked);
  }, [part, heat, scene, byId, workload, hostBridges, report, looked]);
  return useMemo(
    () => (part && heat && drawing && report ? { part, heat, drawing, report, isStale } : null),
    [part, heat, drawing, report, isStale],
  );
}

export type FlowsSheet = NonNullable<ReturnType<typeof useFlowsSheet>>;
