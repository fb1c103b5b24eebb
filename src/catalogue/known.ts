import type { Figure, Source } from './figure.ts';

/** A figure that is known, with where it is known from. */
export function known<const T>(value: T, source: Source): Figure<T> {
  return { value, source };
}
