import { UNKNOWN } from '../../../base/unknown.ts';
import type { Figure, Source } from '../../../catalogue/figure.ts';

/** A figure of the document with where it is from. */
export type Said<T> =
  | { readonly kind: 'unknown' }
  /** Set in the document by whoever wrote it. */
  | { readonly kind: 'stated'; readonly value: T }
  | { readonly kind: 'catalogue'; readonly value: T; readonly source: Source };

/**
 * What counts: what the document states, else the catalogue's figure. A statement that repeats the
 * catalogue's figure was taken from there.
 *
 * @param stated `null`: the document states nothing
 */
export function saidFigure<T>(
  stated: T | typeof UNKNOWN | null,
  figure: Figure<T> | null,
): Said<T> {
  const known = figure !== null && figure.source !== null ? figure : null;
  if (stated !== null && stated !== UNKNOWN) {
    return known !== null && known.value === stated
      ? { kind: 'catalogue', value: stated as T, source: known.source }
      : { kind: 'stated', value: stated as T };
  }
  return known === null
    ? { kind: 'unknown' }
    : { kind: 'catalogue', value: known.value, source: known.source };
}
