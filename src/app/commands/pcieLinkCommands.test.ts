import { expect, test } from 'vitest';
import { applyChanges } from '../../build/applyChanges.ts';
import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import { settle } from '../../build/settle.ts';
import type { FunctionId } from '../../model/ids.ts';
import { readSketch } from '../../sketch/readSketch.ts';
import { NO_MAPPING } from '../../store/mappingView.ts';
import type { Noted, PartId, PeerlaneState } from '../../store/state.ts';
import { createRoom } from '../room/room.ts';
import { canRun, titleOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import { menuItems, menuTitle } from './menuItems.ts';

const TEXT = `socket 0
  host h0
    rp0: port gen5 x16
      sw0: switch gen5 x16
        gpu0: gpu gen5 x16
        nic0: nic gen4 x8 cap=gen5,x16
    rp1: port gen5 x16
`;
const machine = settle(readSketch(TEXT, null).machine).machine;
const called = (name: string): FunctionId => {
  const fn = machine.functions.find(({ label }) => label === name);
  if (!fn) throw new Error(`no ${name}`);
  return fn.id;
};

function context(selected: readonly PartId[], link: FunctionId | null = null, of = machine) {
  const told: { noted?: Noted | null; changes?: readonly Change[]; meant?: FunctionId } = {};
  const state = {
    document: {
      machine: of,
      byId: new Map(of.functions.map((fn) => [fn.id, fn])),
      titles: new Map(),
      revision: 1,
      serial: 1,
    },
    undoable: [],
    redoable: [],
    selection: new Set(selected),
    focus: selected.at(-1) ?? null,
    link,
    pair: { provider: null, client: null },
    compared: null,
    mapped: null,
    mapping: NO_MAPPING,
    play: null,
    carry: null,
    results: null,
    view: { drawing: 'blocks', direction: 'down', leftTab: 'outline', isStacked: false },
    health: { kind: 'ready' },
    actions: {
      noteOn: (noted: Noted | null) => {
        told.noted = noted;
      },
      meanLink: (lower: FunctionId) => {
        told.meant = lower;
      },
      change: async (_: string, changes: readonly Change[]) => {
        told.changes = changes;
      },
    },
  } as unknown as PeerlaneState;
  return { state, room: createRoom(), told };
}

const title = (command: string, at: ReturnType<typeof context>) =>
  titleOf(COMMANDS.byId(command), at);
const can = (command: string, at: ReturnType<typeof context>) => canRun(COMMANDS.byId(command), at);

test('a link that is meant has a menu of its own, named after it', () => {
  const gpu = called('gpu0');
  const at = context([gpu], gpu);
  expect(menuTitle(at)).toMatch(/^Link port .* – gpu0, Gen5 x16$/);
  expect(menuItems(at).map((item) => item && title(item.id, at))).toEqual([
    'Note on the link…',
    'Rate and lanes of the link…',
    'Bring the link down',
    null,
    'Put a switch between…',
    'Move gpu0…',
    'Remove gpu0',
    null,
    'Select gpu0, below it',
    expect.stringMatching(/^Select port .*, above it$/),
    'Fit the selection',
    null,
    'Find a command…',
  ]);
  COMMANDS.byId('edit.note').run(at);
  expect(at.told.noted).toEqual({ link: gpu });
  expect(menuTitle(context([gpu]))).toBeNull();
});

test('what is selected leads to the link above it, or below a port', () => {
  const gpu = context([called('gpu0')]);
  expect(title('link.note', gpu)).toBe('Note on the link above gpu0…');
  expect(menuItems(gpu).map((item) => item?.id)).toContain('link.note');
  COMMANDS.byId('link.note').run(gpu);
  expect([gpu.told.meant, gpu.told.noted]).toEqual([called('gpu0'), { link: called('gpu0') }]);
  const port = context([called('rp0')]);
  expect(title('link.mean', port)).toBe('Select the link below rp0');
  COMMANDS.byId('link.note').run(port);
  expect(port.told.noted).toEqual({ link: called('sw0') });
  // A free port has none, and neither have several parts.
  for (const parts of [[called('rp1')], [called('gpu0'), called('nic0')], []]) {
    expect(can('link.mean', context(parts))).toBe(false);
    expect(can('link.note', context(parts))).toBe(false);
  }
});

test('a link is brought down, and up to what both ends can do', async () => {
  const nic = called('nic0');
  const before = context([nic], nic);
  await COMMANDS.byId('link.down').run(before);
  const [down] = before.told.changes ?? [];
  if (!down) throw new Error('nothing changed');
  expect(canApply(machine, down)).toBeNull();
  const cut = context([nic], nic, applyChanges(machine, [down]));
  expect(menuTitle(cut)).toMatch(/ – nic0, down$/);
  expect(title('link.down', cut)).toBe('Bring the link up');
  await COMMANDS.byId('link.down').run(cut);
  const [up] = cut.told.changes ?? [];
  if (!up) throw new Error('nothing changed');
  const after = context([nic], nic, applyChanges(cut.state.document?.machine ?? machine, [up]));
  expect(menuTitle(after)).toMatch(/ – nic0, Gen5 x16$/);
});
