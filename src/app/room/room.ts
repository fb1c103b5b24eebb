import { useSyncExternalStore } from 'react';

export type DialogName =
  | 'open'
  | 'gallery'
  | 'palette'
  | 'help'
  | 'add'
  | 'splice-in'
  | 'replace'
  | 'divide';

/** The panels that dock round the sheet. */
export type PanelName = 'outline' | 'inspector' | 'dock';

/** Where on the window a menu was asked for. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** What is open on the page right now. Gone with the tab: nothing of it is worth remembering. */
export interface RoomState {
  readonly dialog: DialogName | null;
  readonly menu: MenuPlace | null;
  /** The window is too narrow for panels beside the sheet: they lie over it, one at a time. */
  readonly isNarrow: boolean;
  readonly drawer: PanelName | null;
  /** Nothing but the sheet. */
  readonly isSheetAlone: boolean;
  /** The dock lies over everything below the bars. */
  readonly isDockLarge: boolean;
  /** The start page was asked for while a document is open. */
  readonly isStartShown: boolean;
  /** Serial number of the document whose reading is still to be reported. */
  readonly cardFor: number | null;
}

const EMPTY_ROOM: RoomState = {
  dialog: null,
  menu: null,
  isNarrow: false,
  drawer: null,
  isSheetAlone: false,
  isDockLarge: false,
  isStartShown: false,
  cardFor: null,
};

export interface Room {
  readonly get: () => RoomState;
  readonly set: (change: Partial<RoomState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createRoom(): Room {
  let state = EMPTY_ROOM;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const keys = Object.keys(change) as (keyof RoomState)[];
      if (keys.every((key) => state[key] === change[key])) return;
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The page's one room. */
export const room = createRoom();

/** Part of the room's state; the selector must give a plain value. */
export function useRoom<T>(select: (state: RoomState) => T): T {
  return useSyncExternalStore(room.subscribe, () => select(room.get()));
}
