import { listInSight, type MappedList } from '../../store/mappingView.ts';
import type { PeerlaneState } from '../../store/state.ts';

/** The answer that the mapping tab shows, if it is about the document as it stands. */
export function mappedInSight({
  document,
  mapping,
  mapped,
  play,
  view,
}: Pick<PeerlaneState, 'document' | 'mapping' | 'mapped' | 'play' | 'view'>): MappedList | null {
  const isShown = view.isDockOpen && view.dockTab === 'mapping' && play?.of !== 'pair';
  if (!isShown || !document || mapped?.revision !== document.revision) return null;
  return listInSight(document.machine, mapping)?.id === mapped.list ? mapped : null;
}
