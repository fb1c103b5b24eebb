import type { Machine } from '../../../model/machine.ts';
import { partNamed } from '../../../store/partNamed.ts';
import { endName } from '../words/endWords.ts';
import type { FlowDraft } from './flowDraft.ts';

/** What a flow comes to, in a sentence: `nic0 reads from nvme0.` Empty while an end is open. */
export function draftWords(machine: Machine, draft: FlowDraft): string {
  const { operation, by, bothWays } = draft;
  if (draft.from === null || draft.to === null) return '';
  const from = endName(machine, draft.from);
  const to = endName(machine, draft.to);
  const back = bothWays ? ', and the other way round' : '';
  if (by?.kind === 'cpu') {
    const cpu = by.socket === null ? 'A CPU' : partNamed(machine, by.socket);
    return `${cpu} moves data from ${from} to ${to}${back}.`;
  }
  if (by) return `${partNamed(machine, by.id)} copies from ${from} to ${to}${back}.`;
  return operation === 'read'
    ? `${to} reads from ${from}${back}.`
    : `${from} writes to ${to}${back}.`;
}
