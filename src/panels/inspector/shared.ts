/** What several things have in common in one respect. */
export type Shared<T> =
  | { readonly kind: 'same'; readonly value: T }
  | { readonly kind: 'mixed' }
  /** There are none. */
  | { readonly kind: 'none' };

/** The value that all share, if they do. */
export function shared<T>(values: Iterable<T>): Shared<T> {
  let found: Shared<T> = { kind: 'none' };
  for (const value of values) {
    if (found.kind === 'none') found = { kind: 'same', value };
    else if (found.kind === 'same' && found.value !== value) return { kind: 'mixed' };
  }
  return found;
}
