import { type LinkEnds, linkAbove } from '../model/linkAbove.ts';
import type { PeerlaneState } from './state.ts';

/**
 * The link that was pointed at last, as long as its lower end is selected; `null`: what is meant are
 * parts.
 */
export function meantLink({
  document,
  selection,
  link,
}: Pick<PeerlaneState, 'document' | 'selection' | 'link'>): LinkEnds | null {
  if (document === null || link === null) return null;
  const ends = linkAbove(document.machine, document.byId, link);
  return ends !== null && selection.has(ends.lower.id) ? ends : null;
}
