import { useCallback } from 'react';
import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import { problemWords } from '../../store/problemWords.ts';
import { chosenParts, nameFor } from '../commands/chosenParts.ts';
import { room } from '../room/room.ts';
import type { Offer } from './addOffer.ts';
import { PartPicker, type Pick, type PickWay } from './PartPicker.tsx';

const WAYS: readonly PickWay[] = [{ id: 'here', title: 'Replace', keys: 'Enter' }];

/** Another part of the catalogue in a device's place. */
export function ReplaceDialog() {
  const document = usePeerlane((state) => state.document);
  const [device] = usePeerlane((state) => chosenParts(state))?.devices ?? [];
  const isAmong = useCallback((part: CataloguePart) => isOfItsKind(part, device), [device]);
  const offerOf = useCallback(
    (part: CataloguePart): Offer => {
      if (document === null || !device) return { kind: 'cannot', why: 'Nothing is selected.' };
      const change: Change = { kind: 'replace', device: device.id, part: part.id };
      const problem = canApply(document.machine, change);
      if (problem) return { kind: 'cannot', why: problemWords(problem) };
      const name = nameFor(document, device.id);
      const title = `replace ${name} with ${part.title}`;
      return { kind: 'can', title, words: `in the place of ${name}`, changes: [change] };
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
      title={`Replace ${name} with another part`}
      placeholder="Name, maker, kind"
      isAmong={isAmong}
      offerOf={offerOf}
      ways={WAYS}
      onPick={onPick}
      onClose={close}
    />
  );
}

const NO_DEVICES: ReadonlySet<CataloguePart['kind']> = new Set(['host', 'slot', 'port']);

/** Switches for switches, bridges for bridges; of a known part its kind, else any device. */
function isOfItsKind(part: CataloguePart, device: PciFunction | undefined): boolean {
  if (!device || NO_DEVICES.has(part.kind)) return false;
  if (device.type === 'upstream') return part.kind === 'switch';
  if (device.bridge !== null) return part.kind === 'bridge';
  const model = device.part?.model ?? null;
  const kind = CATALOGUE.find(({ id }) => id === model)?.kind;
  if (kind !== undefined && kind !== 'switch') return part.kind === kind;
  return part.kind !== 'switch' && part.kind !== 'bridge' && part.kind !== 'fn';
}
