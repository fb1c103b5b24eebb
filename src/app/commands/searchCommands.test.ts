import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import { NO_MAPPING } from '../../store/mappingView.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { createRoom } from '../room/room.ts';
import { searchCommands } from './searchCommands.ts';

// Whose theme the title of one command depends on.
beforeAll(() => {
  vi.stubGlobal('document', { documentElement: { dataset: { theme: 'light' } } });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const state = {
  document: { machine: new MachineBuilder().build(), byId: new Map(), revision: 1 },
  undoable: [{ title: 'set ACS RR' }],
  redoable: [],
  selection: new Set(),
  focus: null,
  pair: { provider: null, client: null },
  compared: null,
  mapped: null,
  mapping: NO_MAPPING,
  play: null,
  health: { kind: 'ready' },
  view: { leftTab: 'outline', drawing: 'blocks', direction: 'down', hasKeyShortcuts: true },
} as unknown as PeerlaneState;

const titles = (query: string) =>
  searchCommands(query, { state, room: createRoom() }).map(({ title }) => title);

test('nothing asked shows what can be done now, and no more', () => {
  const all = titles('');
  expect(all).toContain('Undo: set ACS RR');
  expect(all).not.toContain('Redo');
  expect(all).not.toContain('Find a command…');
});

test('the likeliest comes first', () => {
  expect(titles('fit')[0]).toBe('Fit the whole machine');
  expect(titles('undo')[0]).toBe('Undo: set ACS RR');
  expect(titles('save')[0]).toBe('Save to a file');
});

test('other words for it find it, too', () => {
  expect(titles('shortcuts')).toContain('Keys and help');
  expect(titles('lspci')).toContain('Open or paste…');
  expect(titles('xyzzy')).toEqual([]);
});
