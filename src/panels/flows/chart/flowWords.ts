import type { FlowReport } from '../../../engine/flows/throughputReport.ts';

/** What a flow does, where its title is a name: `gpu2 writes to gpu3, and 1 more`; else nothing. */
export function aboutFlow({ title, streams }: Pick<FlowReport, 'title' | 'streams'>): string {
  const [first, ...others] = streams;
  if (!first || /[→⇄]/.test(title)) return '';
  return others.length === 0 ? first.title : `${first.title}, and ${others.length} more`;
}

/** Its name with what it does: `f0: gpu2 writes to gpu3`. */
export function flowWords(flow: Pick<FlowReport, 'title' | 'streams'>): string {
  const about = aboutFlow(flow);
  return about === '' ? flow.title : `${flow.title}: ${about}`;
}
