import { fetchedOnce } from '../../../parts/fetchedOnce.ts';
import { useFetched } from '../../../parts/useFetched.ts';

const structure = fetchedOnce(() => import('./structure.ts'));

/** What knows which changes can be made, with the catalogue of parts; `null` until it is there. */
export function useStructure(): typeof import('./structure.ts') | null {
  const fetched = useFetched(structure);
  return fetched.kind === 'there' ? fetched.part : null;
}
