import { useCallback } from 'react';
import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import { problemWords } from '../../store/problemWords.ts';
import { chosenParts, nameFor } from '../commands/chosenParts.ts';
import { room } from '../room/room.ts';
import type { Offer } from './addOffer.ts';
import { PartPicker, type Pick, type PickWay } from './PartPicker.tsx';

/** What a part of the catalogue would do to the device that is selected. */
export interface DevicePlan {
  readonly change: Change;
  /** The step, and where the part comes: `put PEX89104 above gpu0`, `above gpu0`. */
  readonly title: string;
  readonly words: string;
}

interface Props {
  /** What is asked, about the device by its name. */
  readonly titleOf: (name: string) => string;
  readonly placeholder: string;
  readonly ways: readonly PickWay[];
  /** Both stay the same from one drawing to the next. */
  readonly isAmong: (part: CataloguePart, device: PciFunction | undefined) => boolean;
  readonly planOf: (part: CataloguePart, device: PciFunction, name: string) => DevicePlan;
}

/** One part of the catalogue is chosen, for something to be done with the device that is selected. */
export function DevicePicker({ titleOf, placeholder, ways, isAmong, planOf }: Props) {
  const document = usePeerlane((state) => state.document);
  const [device] = usePeerlane((state) => chosenParts(state))?.devices ?? [];
  const among = useCallback((part: CataloguePart) => isAmong(part, device), [isAmong, device]);
  const offerOf = useCallback(
    (part: CataloguePart): Offer => {
      if (document === null || !device) return { kind: 'cannot', why: 'Nothing is selected.' };
      const { change, title, words } = planOf(part, device, nameFor(document, device.id));
      const problem = canApply(document.machine, change);
      if (problem) return { kind: 'cannot', why: problemWords(problem) };
      return { kind: 'can', title, words, changes: [change] };
    },
    [planOf, document, device],
  );
  const close = () => room.set({ dialog: null });
  const onPick = ({ offer }: Pick) => {
    const { actions } = peerlane.getState();
    if (offer.kind === 'cannot') actions.refuse([offer.why]);
    else if (offer.kind === 'can') void actions.change(offer.title, offer.changes);
    close();
  };
  return (
    <PartPicker
      title={titleOf(document && device ? nameFor(document, device.id) : 'it')}
      placeholder={placeholder}
      isAmong={among}
      offerOf={offerOf}
      ways={ways}
      onPick={onPick}
      onClose={close}
    />
  );
}
