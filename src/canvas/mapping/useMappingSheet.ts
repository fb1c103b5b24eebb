import { useMemo } from 'react';
import { fetchedOnce } from '../../parts/fetchedOnce.ts';
import { useFetched } from '../../parts/useFetched.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import { mappedInSight } from './mappedInSight.ts';

const overlay = fetchedOnce(async () => {
  const [lines, tags, drawing] = await Promise.all([
    import('./MappingLines.tsx'),
    import('./MappingTags.tsx'),
    import('./mappingDrawing.ts'),
  ]);
  return { ...lines, ...tags, ...drawing };
});

/** What the sheet draws of the mapped list; `null`, and no work at all, while its tab is not shown. */
export function useMappingSheet({ scene }: Drawn, { byId, titles }: OpenDocument) {
  const mapped = usePeerlane(mappedInSight);
  const fetched = useFetched(overlay, mapped !== null);
  const part = fetched.kind === 'there' ? fetched.part : null;
  return useMemo(() => {
    if (!part || !mapped) return null;
    return { part, drawing: part.mappingDrawing({ scene }, { byId, titles }, mapped.report) };
  }, [part, mapped, scene, byId, titles]);
}
