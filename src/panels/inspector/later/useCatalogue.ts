import { fetchedOnce } from '../../../parts/fetchedOnce.ts';
import { useFetched } from '../../../parts/useFetched.ts';

/*
 * The inspector is there before the catalogue of parts: what needs that waits for it, and the rest
 * is shown.
 */

const catalogue = fetchedOnce(() => import('../../../catalogue/catalogue.ts'));
const divisions = fetchedOnce(() => import('../machine/slotDivisions.ts'));

/** The catalogue of parts. */
export const useCatalogue = () => useFetched(catalogue);

/** What says how a slot can be divided. */
export const useDivisions = () => useFetched(divisions);
