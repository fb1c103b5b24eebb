import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { NO_FLOWS } from '../../store/flowsView.ts';
import { NO_MAPPING } from '../../store/mappingView.ts';
import type { PartId, PeerlaneState } from '../../store/state.ts';
import { createRoom } from '../room/room.ts';
import { canRun, titleOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpGroups } from './helpGroups.ts';
import { menuItems } from './menuItems.ts';
import { smallMachine } from './smallMachine.testkit.ts';

const machine = smallMachine();

function context(...selected: readonly PartId[]) {
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const state = {
    document: { machine, byId, titles: new Map(), revision: 1, serial: 1, moment: 0 },
    undoable: [],
    redoable: [],
    selection: new Set(selected),
    focus: selected.at(-1) ?? null,
    link: null,
    pair: { provider: null, client: null },
    compared: null,
    mapped: null,
    mapping: NO_MAPPING,
    flows: NO_FLOWS,
    flowDrawing: null,
    throughput: null,
    play: null,
    carry: null,
    view: { drawing: 'blocks', direction: 'down', leftTab: 'outline', isStacked: false },
    health: { kind: 'ready' },
  } as unknown as PeerlaneState;
  return { state, room: createRoom() };
}

const ids = (...selected: readonly PartId[]) =>
  menuItems(context(...selected)).map((item) => item?.id ?? '—');

const title = (command: string, ...selected: readonly PartId[]) =>
  titleOf(COMMANDS.byId(command), context(...selected));

const can = (command: string, ...selected: readonly PartId[]) =>
  canRun(COMMANDS.byId(command), context(...selected));

describe('the menu', () => {
  test('on paper is about the machine', () => {
    const items = ids();
    expect(items).toContain('edit.add');
    expect(items).toContain('drawing.fit');
    expect(items).not.toContain('edit.remove');
  });

  test('on a device is about the device', () => {
    const items = ids(id('03:00.0'));
    expect(items[0]).toBe('pair.provider');
    expect(items).toContain('edit.move');
    expect(items).toContain('edit.remove');
    expect(items).not.toContain('edit.collapsed');
    expect(items).not.toContain('edit.splice-out');
  });

  test('on a device begins a flow there, on two draws one between them', () => {
    expect(ids(id('03:00.0'))).toContain('flows.from');
    expect(title('flows.from', id('03:00.0'))).toBe('Flow from 0000:03:00.0…');
    expect(ids(id('04:00.0'), id('03:00.0'))).toContain('flows.between');
    expect(title('flows.between', id('04:00.0'), id('03:00.0'))).toBe(
      'New flow from 0000:04:00.0 to 0000:03:00.0',
    );
    expect(ids(id('02:00.0'))).not.toContain('flows.from');
  });

  test('on a switch offers to take it out and to fold it', () => {
    const items = ids(id('01:00.0'));
    expect(items).toContain('edit.splice-out');
    expect(items).toContain('edit.collapsed');
    expect(items).toContain('edit.locked');
    expect(items).toContain('edit.pinned');
  });

  test('is short, has its last entry, and no line at an end or beside another', () => {
    for (const fn of [undefined, ...machine.functions]) {
      const items = fn ? ids(fn.id) : ids();
      expect(items.filter((each) => each !== '—').length).toBeLessThanOrEqual(19);
      expect(items.at(-1)).toBe('page.palette');
      expect(items.join(' ')).not.toMatch(/^—|— —|—$/);
      expect(new Set(items.filter((each) => each !== '—')).size).toBe(
        items.filter((each) => each !== '—').length,
      );
    }
  });
});

describe('titles say what', () => {
  test('one by its name, several by their number', () => {
    expect(title('edit.remove', id('03:00.0'))).toBe('Remove 0000:03:00.0');
    expect(title('edit.remove', id('03:00.0'), id('04:00.0'))).toBe('Remove 2 devices');
    expect(title('edit.locked', id('03:00.0'))).toBe('Lock 0000:03:00.0');
  });

  test('what goes along with another is not counted', () => {
    expect(title('edit.remove', id('01:00.0'), id('03:00.0'))).toBe('Remove 0000:01:00.0');
  });
});

describe('what cannot be done is not offered', () => {
  test('ports are not moved, devices and switches are', () => {
    expect(can('edit.move', id('02:00.0'))).toBe(false);
    expect(can('edit.move', id('03:00.0'))).toBe(true);
    expect(can('edit.move', id('01:00.0'))).toBe(true);
  });

  test('with nothing selected, nothing is cut, renamed or locked', () => {
    for (const each of ['edit.cut', 'edit.rename', 'edit.locked', 'edit.duplicate']) {
      expect(can(each)).toBe(false);
    }
  });
});

test('the keys that nudge what is selected move the view where nothing is', () => {
  const { state, room } = context();
  const moves: string[] = [];
  const actions = { moveCamera: (move: string) => moves.push(move) };
  const moving = { state: { ...state, actions } as unknown as PeerlaneState, room };
  void COMMANDS.byId('edit.nudge-left-8').run(moving);
  expect(moves).toEqual(['left']);
  expect(title('edit.nudge-left-8')).toBe('Look further left');
  expect(title('edit.nudge-left-8', id('03:00.0'))).toBe('Nudge left');
  expect(can('edit.nudge-left-1')).toBe(false);
});

describe('the list of keys', () => {
  test('has every command with keys, and what the sheet does by itself', () => {
    const rows = helpGroups('', context(), false).flatMap((group) => group.rows);
    const keys = rows.flatMap((row) => row.keys);
    expect(keys).toContain('Ctrl+C');
    expect(keys).toContain('Shift+Delete');
    expect(keys).toContain('Long press');
    expect(rows.map((row) => row.title)).toContain('Remove');
  });

  test('is searched by words and by keys, and speaks the platform’s', () => {
    const found = helpGroups('duplicate', context(), true);
    expect(found.flatMap((group) => group.rows).map((row) => row.keys)).toEqual([['⌘D']]);
    expect(helpGroups('no such thing', context(), false)).toEqual([]);
  });
});
