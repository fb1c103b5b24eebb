/** What a field holds, or what is wrong with it, what would do, and what to do. */
export type FieldValue<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

export const good = <T>(value: T): FieldValue<T> => ({ ok: true, value });
export const bad = (why: string): FieldValue<never> => ({ ok: false, why });
