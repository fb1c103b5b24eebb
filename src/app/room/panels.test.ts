import { expect, test, vi } from 'vitest';
import type { PeerlaneState, View } from '../../store/state.ts';
import { isDockLarge, isPanelShown, showPanel } from './panels.ts';
import { createRoom } from './room.ts';

const view = { isOutlineOpen: true, isInspectorOpen: false, isDockOpen: true } as View;

function setup() {
  const room = createRoom();
  const setView = vi.fn();
  const state = { actions: { setView } } as unknown as PeerlaneState;
  return { room, setView, state };
}

test('beside the sheet panels are as the view has them', () => {
  const { room, setView, state } = setup();
  expect(isPanelShown('outline', view, room.get())).toBe(true);
  expect(isPanelShown('inspector', view, room.get())).toBe(false);
  showPanel('inspector', true, room, state);
  expect(setView).toHaveBeenCalledWith({ isInspectorOpen: true });
});

test('on a narrow window one lies over it at a time, and nothing of that is remembered', () => {
  const { room, setView, state } = setup();
  room.set({ isNarrow: true });
  expect(isPanelShown('outline', view, room.get())).toBe(false);
  showPanel('outline', true, room, state);
  showPanel('dock', true, room, state);
  expect(isPanelShown('outline', view, room.get())).toBe(false);
  expect(isPanelShown('dock', view, room.get())).toBe(true);
  showPanel('dock', false, room, state);
  expect(room.get().drawer).toBeNull();
  expect(setView).not.toHaveBeenCalled();
});

test('a sheet alone is so until a panel is asked for, and then there is that one', () => {
  const { room, setView, state } = setup();
  room.set({ isSheetAlone: true });
  expect(isPanelShown('dock', view, room.get())).toBe(false);
  showPanel('dock', true, room, state);
  expect(room.get().isSheetAlone).toBe(false);
  expect(setView).toHaveBeenCalledWith({
    isOutlineOpen: false,
    isInspectorOpen: false,
    isDockOpen: true,
  });
});

test('a room tells of changes, and only of changes', () => {
  const { room } = setup();
  const listener = vi.fn();
  const stop = room.subscribe(listener);
  room.set({ dialog: 'help' });
  room.set({ dialog: 'help' });
  stop();
  room.set({ dialog: null });
  expect(listener).toHaveBeenCalledTimes(1);
});

test('a large dock is so until it is closed or another panel is asked for', () => {
  const { room, state } = setup();
  room.set({ isDockLarge: true });
  expect(isDockLarge(view, room.get())).toBe(true);
  expect(isDockLarge({ ...view, isDockOpen: false }, room.get())).toBe(false);
  showPanel('dock', true, room, state);
  expect(room.get().isDockLarge).toBe(true);
  showPanel('inspector', true, room, state);
  expect(room.get().isDockLarge).toBe(false);
  room.set({ isDockLarge: true });
  showPanel('dock', false, room, state);
  expect(room.get().isDockLarge).toBe(false);
});

test('there is no large dock where panels lie over the sheet, nor beside a sheet alone', () => {
  const { room } = setup();
  room.set({ isDockLarge: true, isNarrow: true, drawer: 'dock' });
  expect(isDockLarge(view, room.get())).toBe(false);
  room.set({ isNarrow: false, isSheetAlone: true });
  expect(isDockLarge(view, room.get())).toBe(false);
});
