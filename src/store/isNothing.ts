import { UNKNOWN } from '../base/unknown.ts';

/** Is it no text, an empty one, or one that says that nothing is known? */
export function isNothing(text: string | null): text is null {
  return text === null || text === UNKNOWN || text.trim() === '';
}
