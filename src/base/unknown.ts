/**
 * Unknown is a value. `null` says "there is none"; `'unknown'` says "the input could not show it"
 * (a dump taken without root hides the extended configuration space, say). The two lead to
 * different verdicts, so they are never folded into one.
 */
export type Unknown = 'unknown';
export const UNKNOWN: Unknown = 'unknown';

/** Known to be `T`, or not shown by the input. */
export type OrUnknown<T> = T | Unknown;

/** Known to be `T`, known to be absent, or not shown by the input. */
export type Maybe<T> = T | null | Unknown;

/** The value when it is known and present, else `null`. */
export function knownOrNull<T>(value: Maybe<T>): T | null {
  return value === UNKNOWN ? null : (value as T | null);
}
