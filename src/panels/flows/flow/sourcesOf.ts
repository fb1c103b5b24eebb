import type { FigureSource, FlowLimit } from '../../../engine/flows/throughputReport.ts';

/** The figures of limits that no register shows, each once, with what it is about. */
export function sourcesOf(
  limits: readonly FlowLimit[],
): readonly { readonly where: string; readonly source: FigureSource }[] {
  const found = new Map<string, { readonly where: string; readonly source: FigureSource }>();
  for (const { where, source } of limits) {
    if (source) found.set(`${where} ${source.title}`, { where, source });
  }
  return [...found.values()];
}
