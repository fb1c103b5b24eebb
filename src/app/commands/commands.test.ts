import { describe, expect, test } from 'vitest';
import { NO_FLOWS } from '../../store/flowsView.ts';
import { NO_MAPPING } from '../../store/mappingView.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { createRoom } from '../room/room.ts';
import { COMMAND_GROUPS, type Command, canRun, titleOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import { duringGesture, isMeant, type PressPlace } from './keyPresses.ts';
import { createRegistry } from './registry.ts';

const command = (id: string, keys: readonly string[], more: Partial<Command> = {}): Command => ({
  id,
  group: 'Page',
  title: id,
  keys,
  run: () => undefined,
  ...more,
});

test('two commands share neither id nor keys', () => {
  expect(() => createRegistry([command('a', []), command('a', [])])).toThrow(/called a/);
  expect(() => createRegistry([command('a', ['$mod+k']), command('b', ['Control+KeyK'])])).toThrow(
    /belongs to a and to b/,
  );
  expect(() => createRegistry([]).byId('a')).toThrow(RangeError);
});

describe('the page', () => {
  const view = {
    drawing: 'blocks',
    direction: 'down',
    leftTab: 'outline',
    hasKeyShortcuts: true,
  };
  const empty = {
    document: null,
    undoable: [],
    redoable: [],
    selection: new Set(),
    focus: null,
    pair: { provider: null, client: null },
    compared: null,
    mapped: null,
    mapping: NO_MAPPING,
    flows: NO_FLOWS,
    flowDrawing: null,
    throughput: null,
    play: null,
    view,
    health: { kind: 'ready' },
  } as unknown as PeerlaneState;
  const context = { state: empty, room: createRoom() };

  test.each(COMMANDS.all.filter(({ id }) => id !== 'page.theme'))(
    '$id has a title and a group, with no document, too',
    (each) => {
      expect(titleOf(each, context)).toMatch(/^[A-Z]/);
      expect(COMMAND_GROUPS).toContain(each.group);
      expect(typeof canRun(each, context)).toBe('boolean');
    },
  );

  test('without a document only what needs none can be done', () => {
    const ids = COMMANDS.all.filter((each) => canRun(each, context)).map(({ id }) => id);
    expect(ids).toContain('document.open');
    expect(ids).toContain('page.palette');
    expect(ids).not.toContain('document.save');
    expect(ids).not.toContain('edit.undo');
    expect(ids).not.toContain('pair.provider');
  });

  test('an engine that runs is not offered to be restarted', () => {
    const restart = COMMANDS.byId('page.restart-engine');
    expect(canRun(restart, context)).toBe(false);
    const state = { ...empty, health: { kind: 'dead', why: 'It stopped.' } } as PeerlaneState;
    expect(canRun(restart, { ...context, state })).toBe(true);
  });

  test('help opens by the sign, with Shift and without', () => {
    expect(COMMANDS.byId('page.help').keys).toEqual(['Shift+?', '?']);
  });

  test('undo says what it undoes', () => {
    const state = { ...empty, undoable: [{ title: 'set ACS RR' }] } as unknown as PeerlaneState;
    const title = titleOf(COMMANDS.byId('edit.undo'), { ...context, state });
    expect(title).toBe('Undo: set ACS RR');
  });
});

describe('which presses are meant for a command', () => {
  const place: PressPlace = {
    isTyping: false,
    isChoosing: false,
    isOnSheet: true,
    isModal: false,
    hasKeyShortcuts: true,
  };
  const save = command('save', [], { inFields: true });
  const undo = command('undo', []);
  const provider = command('provider', []);
  const all = command('all', [], { onSheet: true });

  test('characters are text while somebody writes, and can be switched off', () => {
    expect(isMeant(provider, 'p', place)).toBe(true);
    expect(isMeant(provider, 'p', { ...place, isTyping: true })).toBe(false);
    expect(isMeant(command('/', [], { inFields: true }), '/', { ...place, isTyping: true })).toBe(
      false,
    );
    expect(isMeant(provider, 'p', { ...place, hasKeyShortcuts: false })).toBe(false);
    expect(isMeant(undo, '$mod+z', { ...place, hasKeyShortcuts: false })).toBe(true);
  });

  test('in a menu of choices letters jump; undo is the page’s', () => {
    const choosing = { ...place, isChoosing: true };
    expect(isMeant(provider, 'p', choosing)).toBe(false);
    expect(isMeant(undo, '$mod+z', choosing)).toBe(true);
  });

  test('a field undoes its own text; saving is for everywhere', () => {
    expect(isMeant(undo, '$mod+z', { ...place, isTyping: true })).toBe(false);
    expect(isMeant(save, '$mod+s', { ...place, isTyping: true })).toBe(true);
  });

  test('while something is carried, only the camera moves; undoing puts it back', () => {
    expect(duringGesture(COMMANDS.byId('drawing.fit'))).toBe('run');
    expect(duringGesture(COMMANDS.byId('drawing.in'))).toBe('run');
    expect(duringGesture(COMMANDS.byId('edit.undo'))).toBe('put-back');
    for (const id of ['edit.redo', 'edit.remove', 'edit.duplicate', 'edit.locked', 'page.help']) {
      expect(duringGesture(COMMANDS.byId(id)), id).toBe('nothing');
    }
  });

  test('a dialog keeps the keys to itself, a panel those of the sheet', () => {
    expect(isMeant(save, '$mod+s', { ...place, isModal: true })).toBe(false);
    expect(isMeant(all, '$mod+a', { ...place, isOnSheet: false })).toBe(false);
  });
});
