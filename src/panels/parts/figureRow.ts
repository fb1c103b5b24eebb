import { UNKNOWN } from '../../base/unknown.ts';
import type { Figure, Source } from '../../catalogue/figure.ts';

/** A figure of a part as words. */
export interface FigureRow {
  readonly name: string;
  /** One line each; nothing for what is unknown. */
  readonly values: readonly string[];
  /** `null`: nobody has found a source, and the figure is unknown. */
  readonly source: Source | null;
}

/** Figures that belong together: those of the part, of one of its functions. */
export interface FigureGroup {
  /** `null`: the part itself. */
  readonly title: string | null;
  readonly rows: readonly FigureRow[];
}

/** Puts a figure into words; what is unknown keeps its name alone. */
export function row<T>(
  name: string,
  figure: Figure<T>,
  words: (value: T) => string | readonly string[],
): FigureRow {
  if (figure.source === null) return { name, values: [], source: null };
  if (figure.value === (UNKNOWN as unknown)) return { name, values: [], source: figure.source };
  const said = words(figure.value);
  return { name, values: typeof said === 'string' ? [said] : said, source: figure.source };
}

/** The same for figures of which `null` says that there is no such thing. */
export function rowOrNone<T>(
  name: string,
  figure: Figure<T | null>,
  words: (value: T) => string | readonly string[],
): FigureRow {
  return row(name, figure, (value) => (value === null ? 'none' : words(value)));
}
