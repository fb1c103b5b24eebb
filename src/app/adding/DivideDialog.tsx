import { useEffect, useRef } from 'react';
import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import { isSameWay, waysToDivide } from '../../catalogue/waysToDivide.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import { problemWords } from '../../store/problemWords.ts';
import { nameFor } from '../commands/chosenParts.ts';
import { chosenSlot } from '../commands/structureCommands.ts';
import { Dialog } from '../dialogs/Dialog.tsx';
import { room } from '../room/room.ts';
import styles from './DivideDialog.module.css';

/** A slot's lanes, divided in one of the ways that slots of its size offer. */
export function DivideDialog() {
  const list = useRef<HTMLUListElement>(null);
  const document = usePeerlane((state) => state.document);
  const slot = usePeerlane((state) => chosenSlot({ state, room }));
  const close = () => room.set({ dialog: null });
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  if (document === null || slot === null) return null;
  const name = nameFor(document, slot.id);
  const current = slot.bifurcation ?? [slot.lanes ?? 0];
  const divide = (lanes: readonly number[]) => {
    close();
    const change: Change = { kind: 'bifurcate', slot: slot.id, lanes };
    void peerlane.getState().actions.change(`divide ${name} into ${wordsOf(lanes)}`, [change]);
  };
  return (
    <Dialog title={`Divide the ${slot.lanes} lanes of ${name}`} onClose={close}>
      <ul ref={list} className={styles.ways}>
        {waysToDivide(slot.lanes).map((lanes) => {
          const isNow = isSameWay(lanes, current);
          const problem = canApply(document.machine, { kind: 'bifurcate', slot: slot.id, lanes });
          return (
            <li key={wordsOf(lanes)}>
              <button
                type="button"
                aria-pressed={isNow}
                aria-disabled={problem || isNow ? true : undefined}
                onClick={() => problem === null && !isNow && divide(lanes)}
              >
                {wordsOf(lanes)}
              </button>
              <span className={styles.words}>
                {isNow ? 'as it is' : problem ? problemWords(problem) : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

const wordsOf = (lanes: readonly number[]) => lanes.map((each) => `x${each}`).join(' ');
