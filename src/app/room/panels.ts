import type { PeerlaneState, View } from '../../store/state.ts';
import type { PanelName, Room, RoomState } from './room.ts';

const OPEN = {
  outline: 'isOutlineOpen',
  inspector: 'isInspectorOpen',
  dock: 'isDockOpen',
} as const satisfies Record<PanelName, keyof View>;

/** Is that panel in sight? */
export function isPanelShown(panel: PanelName, view: View, room: RoomState): boolean {
  if (room.isNarrow) return room.drawer === panel;
  return view[OPEN[panel]] && !room.isSheetAlone;
}

/** Does the dock lie over everything else? Only where it stands under the sheet. */
export function isDockLarge(view: View, room: RoomState): boolean {
  return room.isDockLarge && !room.isNarrow && isPanelShown('dock', view, room);
}

/** Opens or closes a panel; where the sheet stands alone, opening one ends that. */
export function showPanel(
  panel: PanelName,
  isShown: boolean,
  room: Room,
  { actions }: Pick<PeerlaneState, 'actions'>,
): void {
  if (room.get().isNarrow) {
    room.set({ drawer: isShown ? panel : null });
    return;
  }
  // What is asked for is to be seen, and what is opened again is as large as it was pulled.
  if (panel !== 'dock' || !isShown) room.set({ isDockLarge: false });
  if (isShown && room.get().isSheetAlone) {
    room.set({ isSheetAlone: false });
    const others = { isOutlineOpen: false, isInspectorOpen: false, isDockOpen: false };
    actions.setView({ ...others, [OPEN[panel]]: true });
    return;
  }
  actions.setView({ [OPEN[panel]]: isShown });
}
