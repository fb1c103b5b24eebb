import { expect, test } from 'vitest';
import type { FunctionId } from '../model/ids.ts';
import { testPeerlane, until } from './peerlane.testkit.ts';
import { comesWithPage } from './startingPoints.ts';

const DRIVE = '0000:03:00.0' as FunctionId;
const CARD = '0000:04:00.0' as FunctionId;
const PORT = '0000:02:00.0' as FunctionId;

async function opened() {
  const store = testPeerlane();
  await store.getState().actions.start();
  await until(store, ({ results }) => results !== null);
  const machine = () => {
    const { document } = store.getState();
    if (!document) throw new Error('no document');
    return document.machine;
  };
  const steps = () => store.getState().undoable.map(({ title }) => title);
  return { store, machine, steps, actions: store.getState().actions };
}

test('a change of the structure is one step; what it leaves alone stays the very same', async () => {
  const { store, machine, steps, actions } = await opened();
  const before = machine();
  await actions.change('remove the drive', [{ kind: 'remove', device: DRIVE }]);
  expect(steps()).toEqual(['remove the drive']);
  expect(machine().functions.map(({ id }) => id)).not.toContain(DRIVE);
  const card = (all: typeof before) => all.functions.find(({ id }) => id === CARD);
  expect(card(machine())).toBe(card(before));
  actions.undo();
  expect(machine()).toBe(before);
  actions.redo();
  expect(store.getState().document?.byId.has(DRIVE)).toBe(false);
});

test('what comes new has a name at once', async () => {
  const { store, machine, actions } = await opened();
  const before = new Set(machine().functions.map(({ id }) => id));
  await actions.change('remove the drive, add a GPU', [
    { kind: 'remove', device: DRIVE },
    { kind: 'add', part: 'gpu', to: { kind: 'function', id: PORT }, label: 'gpu0' },
  ]);
  const { titles } = store.getState().document ?? { titles: new Map() };
  const added = machine().functions.filter(({ id }) => !before.has(id));
  expect(added.map(({ id }) => titles.get(id))).toContain('gpu0');
  expect(added.every(({ id }) => titles.has(id))).toBe(true);
});

test('a change that was meant for another document is left alone', async () => {
  const { machine, steps, actions } = await opened();
  const changing = actions.change('remove the drive', [{ kind: 'remove', device: DRIVE }]);
  await actions.startDrawing();
  await changing;
  expect(machine().functions).toEqual([]);
  expect(steps()).toEqual(['open New machine']);
});

test('drawing begins with nothing, with the text beside it, and can be undone', async () => {
  const { store, machine, actions } = await opened();
  await actions.startDrawing();
  expect(machine()).toMatchObject({ name: 'New machine', origin: 'drawn', functions: [] });
  expect(store.getState().view).toMatchObject({ leftTab: 'text', isOutlineOpen: true });
  actions.undo();
  expect(machine().functions.length).toBeGreaterThan(0);
});

test('drawing begins with parts beside the sheet where that is asked for', async () => {
  const { store, actions } = await opened();
  await actions.startDrawing('parts');
  expect(store.getState().view).toMatchObject({ leftTab: 'parts', isOutlineOpen: true });
});

test('typing is one step a gesture, and the text stays what was typed', async () => {
  const { machine, steps, actions } = await opened();
  await actions.startDrawing();
  const before = machine();
  const gesture = { id: 'typing' };
  await actions.typeSketch('machine "a"', gesture);
  await actions.typeSketch('machine "ab" # mine', gesture);
  expect(machine().sketch).toBe('machine "ab" # mine');
  expect(steps().slice(1)).toEqual(['edit the text']);
  actions.undo();
  expect(machine()).toBe(before);
});

test('a template opens with the pair that it is about; looking at one opens nothing', async () => {
  const sketch = 'host h0\n  port\n    sw0: switch\n      nvme0: nvme cmb=1G\n      nic0: nic\n';
  const asked: string[] = [];
  const store = testPeerlane({
    loadExample: async (file) => {
      asked.push(file);
      return sketch;
    },
  });
  const { actions } = store.getState();
  const glimpse = await actions.lookAtExample('nvmeof-target');
  expect(glimpse?.machine.functions.map(({ label }) => label)).toContain('nvme0');
  expect(store.getState().document).toBeNull();
  await actions.openExample('nvmeof-target');
  const { document, pair } = store.getState();
  expect(asked).toEqual(['nvmeof-target.sketch', 'nvmeof-target.sketch']);
  expect(document?.machine.sketch).toBe(sketch);
  expect(document?.origin.source).toBe('the template “NVMe-oF target with CMB drives”');
  expect(comesWithPage(document?.origin.source)).toBe(true);
  const labelOf = (id: FunctionId | null) => id && document?.byId.get(id)?.label;
  expect([labelOf(pair.provider), labelOf(pair.client)]).toEqual(['nvme0', 'nic0']);
});

test('what cannot be looked at is no picture', async () => {
  const store = testPeerlane({ loadExample: () => Promise.reject(new Error('offline')) });
  expect(await store.getState().actions.lookAtExample('jbof')).toBeNull();
});
