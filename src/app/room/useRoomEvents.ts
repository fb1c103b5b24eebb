import { useEffect } from 'react';
import { onAskedFindings } from '../../parts/askedFindings.ts';
import { peerlane } from '../../store/peerlane.ts';
import { comesWithPage } from '../../store/startingPoints.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { watchGoingOn } from './goneOn.ts';
import { showPanel } from './panels.ts';
import { room } from './room.ts';

/** Below this, panels have no place beside the sheet. */
const NARROW = '(max-width: 899px)';

/** Keeps the room in step with the window and with what the store does. */
export function useRoomEvents(): void {
  useEffect(() => {
    const query = matchMedia(NARROW);
    const onWidth = () => room.set({ isNarrow: query.matches, drawer: null });
    onWidth();
    query.addEventListener('change', onWidth);
    return () => query.removeEventListener('change', onWidth);
  }, []);
  useEffect(() => peerlane.subscribe(followOpening), []);
  useEffect(() => peerlane.subscribe(followDock), []);
  useEffect(() => peerlane.subscribe(followSheet), []);
  useEffect(() => onAskedFindings(showChecks), []);
}

/** Asked for on the sheet, wherever the dock is just now. */
function showChecks(): void {
  const state = peerlane.getState();
  state.actions.setView({ dockTab: 'checks' });
  showPanel('dock', true, room, state);
}

/** Serial number of the document that was there when a reading began. */
let serialBefore: number | null = null;

function followOpening(now: PeerlaneState, before: PeerlaneState): void {
  if (now.opening.kind === before.opening.kind) return;
  const serial = now.document?.serial ?? null;
  if (now.opening.kind === 'reading') {
    serialBefore = serial;
  } else if (now.opening.kind === 'failed') {
    // With nothing on the table, the empty room says it itself.
    if (serial !== null && !room.get().isStartShown) room.set({ dialog: 'open' });
  } else if (serial !== null && serial !== serialBefore) {
    serialBefore = serial;
    watchGoingOn();
    room.set({ dialog: null, isStartShown: false, cardFor: hasNews(now) ? serial : null });
  }
}

/** An example says what it is by itself, unless it is a dump that leaves something open. */
function hasNews({ document }: PeerlaneState): boolean {
  return !comesWithPage(document?.origin.source) || (document?.origin.problems ?? []).length > 0;
}

/** Panels lead to each other ("Show report"): on a narrow window, what they lead to comes over the sheet. */
function followDock({ view }: PeerlaneState, { view: before }: PeerlaneState): void {
  const isAsked = view.dockTab !== before.dockTab || (view.isDockOpen && !before.isDockOpen);
  const isLeftAsked = view.leftTab !== before.leftTab;
  if (!room.get().isNarrow) return;
  if (isAsked) room.set({ drawer: 'dock' });
  else if (isLeftAsked) room.set({ drawer: 'outline' });
}

/** What happens on the sheet is to be seen: a dock that lies over it goes back to its height. */
function followSheet({ play, carry, flowDrawing }: PeerlaneState, before: PeerlaneState): void {
  const isPlayed = play !== null && before.play === null;
  const isCarried = carry !== null && before.carry === null;
  const isDrawn = flowDrawing !== null && before.flowDrawing === null;
  if (isPlayed || isCarried || isDrawn) room.set({ isDockLarge: false });
  // On a narrow window the panel that asks for a flow lies over what it is drawn on.
  if (isDrawn) room.set({ drawer: null });
}
