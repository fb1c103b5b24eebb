import type { Drop, DropPlace, DropTargets } from '../../build/carried.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { problemWords } from '../../store/problemWords.ts';
import type { PartId } from '../../store/state.ts';

/** Parts that can be put somewhere, or a sentence on why not. */
export type AddOffer =
  | { readonly kind: 'can'; readonly drop: Drop }
  | { readonly kind: 'cannot'; readonly why: string };

const NOWHERE =
  'Select a port, a switch or a host bridge, on the drawing or in the outline: the part goes below it.';

/** What adding parts to what is selected would be; a platform also goes beside all that is there. */
export function offerAdding(
  { kind }: Pick<CataloguePart, 'kind'>,
  { at }: Pick<DropTargets, 'at'>,
  focus: PartId | null,
): AddOffer {
  const places: DropPlace[] = focus === null ? [] : [focus];
  if (kind === 'host') places.push('sheet');
  let why = NOWHERE;
  for (const place of places) {
    const target = at(place);
    if (target.kind === 'legal') return { kind: 'can', drop: target.drop };
    if (target.kind === 'refused') why = problemWords(target.problem);
  }
  return { kind: 'cannot', why };
}
