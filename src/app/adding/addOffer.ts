import { applyChanges } from '../../build/applyChanges.ts';
import type { Carried, DropPlace, DropTarget, DropTargets } from '../../build/carried.ts';
import type { Change } from '../../build/change.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { Machine } from '../../model/machine.ts';
import { problemWords } from '../../store/problemWords.ts';
import type { PartId } from '../../store/state.ts';

/** Something that can be done to the machine, or a sentence on why not. */
export type Offer =
  | {
      readonly kind: 'can';
      /** Of the step: `add 8 × NVIDIA H100`. */
      readonly title: string;
      /** Where it ends up: `below sw0, on a new port`. */
      readonly words: string;
      readonly changes: readonly Change[];
    }
  /** With nothing selected, the place is still to be chosen. */
  | { readonly kind: 'elsewhere'; readonly words: string }
  | { readonly kind: 'cannot'; readonly why: string };

/** What is asked of the room that knows places, and of the tree. */
export interface AddRules {
  readonly targets: (machine: Machine, what: Carried) => DropTargets;
  /** Nearest first. */
  readonly above: (machine: Machine, id: PartId) => readonly PartId[];
  readonly nameOf: (id: DropPlace) => string;
}

/**
 * What adding so many of a part would do, for what is selected: they go where it takes them, else to
 * the nearest place above it that does. With several parts selected, each place gets as many.
 *
 * @param anchors what is selected, the focus first
 */
export function addOffer(
  machine: Machine,
  part: Pick<CataloguePart, 'id' | 'kind' | 'title'>,
  count: number,
  anchors: readonly PartId[],
  { targets, above, nameOf }: AddRules,
): Offer {
  const what: Carried = { kind: 'part', part: part.id, count };
  const { at } = targets(machine, what);
  const { places, refusal } = placesFor(at, waysTo(machine, part.kind, anchors, above));
  const [place, ...others] = places;
  if (place === undefined) {
    const isOpen = anchors.length === 0 && machine.hostBridges.length > 0;
    if (isOpen) return { kind: 'elsewhere', words: 'at a place that you choose on the sheet' };
    return { kind: 'cannot', why: refusal ?? NOWHERE };
  }
  const first = at(place);
  if (first.kind !== 'legal') return { kind: 'cannot', why: NOWHERE };
  if (others.length === 0) return { kind: 'can', ...first.drop };

  // Each on the machine that those before it left: names and ports that are taken are taken.
  const changes: Change[] = [];
  const taken: DropPlace[] = [];
  let draft = machine;
  for (const each of inOrder(machine, places)) {
    const target = targets(draft, what).at(each);
    if (target.kind !== 'legal') continue;
    changes.push(...target.drop.changes);
    draft = applyChanges(draft, target.drop.changes);
    taken.push(each);
  }
  const several = count === 1 ? part.title : `${count} × ${part.title}`;
  return {
    kind: 'can',
    title: `add ${several} to each of ${taken.length} parts`,
    words: `to each of ${listed(taken.map(nameOf))}`,
    changes,
  };
}

const NOWHERE = 'Nothing of this machine takes it.';

/** Of each anchor, where to look for a place. A platform goes onto the sheet, not up the tree. */
function waysTo(
  machine: Machine,
  kind: CataloguePart['kind'],
  anchors: readonly PartId[],
  above: AddRules['above'],
): readonly (readonly DropPlace[])[] {
  if (anchors.length === 0) return [['sheet']];
  const isWhole = kind === 'host';
  return anchors.map((id) => (isWhole ? [id, 'sheet'] : [id, ...above(machine, id), 'sheet']));
}

function placesFor(
  at: (place: DropPlace) => DropTarget,
  ways: readonly (readonly DropPlace[])[],
): { readonly places: readonly DropPlace[]; readonly refusal: string | null } {
  const places = new Set<DropPlace>();
  let refusal: string | null = null;
  for (const way of ways) {
    for (const place of way) {
      const target = at(place);
      if (target.kind === 'legal') {
        places.add(place);
        break;
      }
      if (target.kind === 'refused') refusal ??= problemWords(target.problem);
    }
  }
  // What found no place but the sheet goes along with the others.
  const real = [...places].filter((place) => place !== 'sheet');
  return { places: real.length > 0 ? real : [...places], refusal };
}

/** As the machine has them: names and numbers are given in that order. */
function inOrder(machine: Machine, places: readonly DropPlace[]): readonly DropPlace[] {
  const { sockets, hostBridges, functions, slots } = machine;
  const all = [sockets, hostBridges, functions, slots].flat().map(({ id }): DropPlace => id);
  const wanted = new Set(places);
  return all.filter((id) => wanted.has(id));
}

/** `sw0, sw1 and sw2`; of many, how many more. */
function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMED ? names.slice(0, MOST_NAMED - 1) : names;
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return new Intl.ListFormat('en-GB').format(all);
}

const MOST_NAMED = 5;
