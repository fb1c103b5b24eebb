import { copyText } from '../../../parts/copyText.ts';
import { downloadText } from '../../../store/downloadText.ts';
import { fileNameOf } from '../../../store/fileNameOf.ts';
import { isThroughputStale } from '../../../store/flowsView.ts';
import type { PeerlaneState } from '../../../store/state.ts';
import { flowsCsv } from './flowsCsv.ts';
import { flowsText } from './flowsText.ts';

/** Is there an answer about the document as it stands? */
export function canExportFlows(
  state: Pick<PeerlaneState, 'document' | 'flows' | 'throughput'>,
): boolean {
  return state.document !== null && state.throughput !== null && !isThroughputStale(state);
}

/** Puts flows, links and limits where downloads go, and says so. */
export function saveFlowsCsv(state: PeerlaneState): void {
  const { document, throughput, actions } = state;
  if (!document || !throughput || !canExportFlows(state)) return;
  const name = fileNameOf(`${document.machine.name} flows`, 'csv');
  downloadText(flowsCsv(throughput.report), name, 'text/csv');
  actions.notify('info', `Saved as ${name} in your downloads.`);
}

/** Puts what the flows get on the clipboard, as text for a mail. */
export async function copyFlows(state: PeerlaneState): Promise<void> {
  const { document, throughput, actions } = state;
  if (!document || !throughput || !canExportFlows(state)) return;
  const { report } = throughput;
  const isDone = await copyText(flowsText(report, [document.machine.name, report.under]));
  if (isDone) actions.notify('info', 'Copied what the flows get as text, 78 columns wide.');
  else actions.notify('warning', 'The browser did not let the page copy what the flows get.');
}
