import { useCallback } from 'react';
import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import { problemWords } from '../../store/problemWords.ts';
import { chosenParts, nameFor } from '../commands/chosenParts.ts';
import { room } from '../room/room.ts';
import type { Offer } from './addOffer.ts';
import { PartPicker, type Pick, type PickWay } from './PartPicker.tsx';

const WAYS: readonly PickWay[] = [{ id: 'here', title: 'Put it in', keys: 'Enter' }];

/** A switch or a bridge between a device and what is above it. */
export function SpliceInDialog() {
  const document = usePeerlane((state) => state.document);
  const [device] = usePeerlane((state) => chosenParts(state))?.devices ?? [];
  const offerOf = useCallback(
    (part: CataloguePart): Offer => {
      if (document === null || !device) return { kind: 'cannot', why: 'Nothing is selected.' };
      const change: Change = { kind: 'splice-in', part: part.id, above: device.id };
      const problem = canApply(document.machine, change);
      if (problem) return { kind: 'cannot', why: problemWords(problem) };
      const words = `above ${nameFor(document, device.id)}`;
      return { kind: 'can', title: `put ${part.title} ${words}`, words, changes: [change] };
    },
    [document, device],
  );
  const close = () => room.set({ dialog: null });
  const onPick = ({ offer }: Pick) => {
    const { actions } = peerlane.getState();
    if (offer.kind === 'cannot') actions.notify('warning', offer.why);
    else if (offer.kind === 'can') void actions.change(offer.title, offer.changes);
    close();
  };
  const name = document && device ? nameFor(document, device.id) : 'it';
  return (
    <PartPicker
      title={`Put a switch above ${name}`}
      placeholder="switch, pex89104, bridge …"
      isAmong={isBetween}
      offerOf={offerOf}
      ways={WAYS}
      onPick={onPick}
      onClose={close}
    />
  );
}

const isBetween = ({ kind }: CataloguePart) => kind === 'switch' || kind === 'bridge';
