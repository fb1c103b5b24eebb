import { useEffect, useState } from 'react';
import type { ThroughputReport } from '../../engine/flows/throughputReport.ts';
import { flowInSight } from '../../store/flowInSight.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { resultSaid } from './words/resultSaid.ts';

/** A slider is not commented on while it moves. */
const REST_MS = 700;

/** What is heard of an answer: the flow in sight, once nothing has changed for a moment. */
export function useResultSaid(document: OpenDocument, report: ThroughputReport | null): string {
  const flows = usePeerlane((state) => state.flows);
  const seen = flowInSight(document.machine, flows, report);
  const words = seen && report ? resultSaid(report, seen.id) : '';
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), REST_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return said;
}
