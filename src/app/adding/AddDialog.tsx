import { useCallback, useState } from 'react';
import { dropTargets } from '../../build/dropTargets.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { carryByKeys } from '../../parts/carryByKeys.ts';
import { focusSheet } from '../../parts/focusSheet.ts';
import { arrivals } from '../../store/arrivals.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';
import { nameFor, partsAbove } from '../commands/chosenParts.ts';
import { keyWords } from '../commands/keys.ts';
import { IS_MAC } from '../commands/useCommands.ts';
import { room } from '../room/room.ts';
import { addOffer, type Offer } from './addOffer.ts';
import { PartPicker, type Pick, type PickWay } from './PartPicker.tsx';

const WAYS: readonly PickWay[] = [
  { id: 'here', title: 'Add', keys: keyWords('Enter', IS_MAC) },
  { id: 'again', title: 'Add and stay', keys: keyWords('Shift+Enter', IS_MAC) },
  { id: 'elsewhere', title: 'Choose the place', keys: keyWords('$mod+Enter', IS_MAC) },
];

/** Parts of the catalogue, put where the selection is. */
export function AddDialog() {
  const document = usePeerlane((state) => state.document);
  const selection = usePeerlane((state) => state.selection);
  const focus = usePeerlane((state) => state.focus);
  const [done, setDone] = useState('');
  const offerOf = useCallback(
    (part: CataloguePart, count: number): Offer => {
      if (document === null) return { kind: 'cannot', why: 'No machine is open.' };
      return addOffer(document.machine, part, count, anchorsOf(selection, focus), {
        targets: dropTargets,
        above: partsAbove,
        nameOf: (id) => (id === 'sheet' ? 'the sheet' : nameFor(document, id)),
      });
    },
    [document, selection, focus],
  );
  const close = () => room.set({ dialog: null });
  const onPick = (pick: Pick, way: PickWay['id']) => {
    const { actions } = peerlane.getState();
    const { part, count, offer } = pick;
    if (way === 'elsewhere' || offer.kind === 'elsewhere') {
      close();
      carryByKeys({ kind: 'part', part: part.id, count });
    } else if (offer.kind === 'cannot') {
      setDone(offer.why);
    } else if (way === 'again') {
      const what = count > 1 ? `${count} × ${part.title}` : part.title;
      void actions.change(offer.title, offer.changes);
      setDone(`Added ${what} ${offer.words}.`);
    } else {
      close();
      void add(offer);
    }
  };
  return (
    <PartPicker
      title="Add a part"
      placeholder="8 h100, 2x switch, slot …"
      isAmong={anyPart}
      offerOf={offerOf}
      ways={WAYS}
      onPick={onPick}
      onClose={close}
      done={done}
    />
  );
}

const anyPart = () => true;

/** What is selected; the focus comes first, as its refusal is the one that is told. */
function anchorsOf(selection: ReadonlySet<PartId>, focus: PartId | null): readonly PartId[] {
  const all = [...selection];
  if (focus === null) return all;
  return [focus, ...all.filter((id) => id !== focus)];
}

/** Adds it; what arrived is selected, so that the next goes below it. */
async function add({ title, changes }: Extract<Offer, { kind: 'can' }>): Promise<void> {
  const before = peerlane.getState().document;
  await peerlane.getState().actions.change(title, changes);
  const { document, actions } = peerlane.getState();
  if (!before || !document || before.machine === document.machine) return;
  actions.select(arrivals(before.machine, document.machine));
  actions.moveCamera('reveal-focus');
  // Opened from nowhere in particular: keys go on with what arrived.
  if (window.document.activeElement === window.document.body) focusSheet();
}
