import type { Source } from '../../catalogue/figure.ts';
import type { FigureRow } from './figureRow.ts';

/** Figures that rest on one source. */
export interface SourcedFigures {
  /** `null`: nobody has found one, and the figures are unknown. */
  readonly source: Source | null;
  readonly rows: readonly FigureRow[];
}

/** Figures by where they come from, in the order in which the sources come first; unknown ones last. */
export function bySource(rows: readonly FigureRow[]): readonly SourcedFigures[] {
  const groups = new Map<string, { readonly source: Source; readonly rows: FigureRow[] }>();
  for (const row of rows) {
    const { source } = row;
    if (source === null) continue;
    const key = [source.quality, source.title, source.url].join('\n');
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { source, rows: [row] });
  }
  const unknown = rows.filter(({ source }) => source === null);
  return [...groups.values(), ...(unknown.length > 0 ? [{ source: null, rows: unknown }] : [])];
}
