import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import type { FunctionId } from '../../model/ids.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import type { Pilot } from '../camera/Pilot.ts';
import type { LaterFlowDrawer } from '../flows/draw/LaterFlowDrawer.ts';
import { canPlay, togglePlay } from '../play/playMoves.ts';
import type { Drawn } from '../state/drawn.ts';
import { partOfFunction } from '../state/partOfFunction.ts';
import { selectForMenu } from '../state/selectForMenu.ts';
import { standsFor } from '../state/standsFor.ts';
import { moveFocus, treeMove } from './moveFocus.ts';
import { type CarryKeys, useCarryKeys } from './useCarryKeys.ts';

export interface SheetKeys {
  /** The part that keys act on: the one selected last, until arrows lead elsewhere. */
  readonly cursor: PartId | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Brings the part that keys act on into view, when the sheet was come upon by keyboard. */
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  /** The space bar, pressed and released: plays what can be played, else selects. */
  readonly space: () => void;
  readonly carried: CarryKeys;
}

/** Walking through the drawing and choosing in it by keyboard. */
export function useSheetKeys(
  drawn: Drawn,
  document: OpenDocument,
  pilot: Pilot,
  flows: LaterFlowDrawer,
): SheetKeys {
  const { tree } = drawn;
  const focus = usePeerlane((state) => state.focus);
  const pair = usePeerlane((state) => state.pair);
  const hasKeyShortcuts = usePeerlane((state) => state.view.hasKeyShortcuts);
  const { select, choose } = usePeerlane((state) => state.actions);
  const [cursor, setCursor] = useState<PartId | null>(focus);
  useEffect(() => {
    if (focus !== null) setCursor(focus);
  }, [focus]);
  const wanted = cursor === null ? null : partOfFunction(drawn, cursor);
  const at = wanted !== null && tree.parts.has(wanted) ? wanted : (tree.roots[0] ?? null);

  const carried = useCarryKeys(drawn, pilot, at);
  useEffect(() => flows.keysAt(at), [flows, at]);

  const goTo = (part: PartId | null) => {
    if (part === null) return;
    setCursor(part);
    const rect = tree.parts.get(part)?.rect;
    if (rect) pilot.reveal(rect);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (carried.onKeyDown(event)) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey || altKey || peerlane.getState().carry !== null) return;
    const move = treeMove(key, tree.direction);
    if (move !== null) {
      event.preventDefault();
      const to = moveFocus(tree, at, move);
      // While a flow is drawn, Shift says which way its data go.
      if (shiftKey && to !== null && !flows.isDrawing())
        select([...(at === null ? [] : standsFor(drawn, at)), ...standsFor(drawn, to)], 'add');
      goTo(to);
      return;
    }
    if (at === null) return;
    if (key === 'Enter') {
      event.preventDefault();
      if (flows.tool?.enter(shiftKey)) return;
      select(standsFor(drawn, at), shiftKey ? 'toggle' : 'replace');
      return;
    }
    const fn = functionAt(
      document,
      cursor !== null && document.byId.has(cursor as FunctionId) ? cursor : at,
    );
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      // It opens further up: on this part, as a menu asked for by pointer does.
      const part = fn ?? at;
      const how = selectForMenu(part, peerlane.getState());
      if (how !== null) select(standsFor(drawn, part), how);
      return;
    }
    const end = key.toLowerCase();
    if (!hasKeyShortcuts || shiftKey || (end !== 'p' && end !== 'o')) return;
    if (fn === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (end === 'p') choose({ provider: pair.provider === fn ? null : fn });
    else choose({ client: pair.client === fn ? null : fn });
  };
  const space = useCallback(() => {
    const state = peerlane.getState();
    if (state.carry !== null || state.flowDrawing !== null) return;
    if (state.play !== null || canPlay(state)) togglePlay(state);
    else if (at !== null) select(standsFor(drawn, at), 'toggle');
  }, [at, drawn, select]);
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const rect = at === null ? undefined : tree.parts.get(at)?.rect;
    if (rect && event.currentTarget.matches(':focus-visible')) pilot.reveal(rect);
  };
  return { cursor: at, onKeyDown, onFocus, space, carried };
}

function functionAt({ byId }: OpenDocument, part: PartId): FunctionId | null {
  return byId.get(part as FunctionId)?.id ?? null;
}
