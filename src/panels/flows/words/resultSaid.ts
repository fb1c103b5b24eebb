import type { FlowLimit, ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import type { FlowId } from '../../../model/ids.ts';
import { rateWords, timeWords } from './rateWords.ts';

/** An answer in a sentence, for who does not see it; empty: it says nothing of that flow. */
export function resultSaid({ flows, groups }: ThroughputReport, id: FlowId): string {
  const flow = flows.find((each) => each.id === id);
  if (flow) {
    const { title, bytesPerSecond, limit, isUpperBound } = flow;
    const rate = `${isUpperBound ? 'at most ' : ''}${rateWords(bytesPerSecond)}`;
    return `${title}: ${limit?.kind === 'refused' ? 'nothing arrives' : rate}${heldBack(limit)}.`;
  }
  const group = groups.find((each) => each.id === id);
  if (!group) return '';
  const { title, bytesPerSecond, makespanUs, limit } = group;
  const time = makespanUs === null ? '' : ` in ${timeWords(makespanUs * 1000)}`;
  return `${title}: ${rateWords(bytesPerSecond)}${time}${heldBack(limit)}.`;
}

function heldBack(limit: FlowLimit | null): string {
  return limit ? `, held back by ${limit.where}` : ', held back by nothing that is known';
}
