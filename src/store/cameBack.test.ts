import { expect, test } from 'vitest';
import { id } from '../model/machine.testkit.ts';
import { openedPage } from './openedPage.testkit.ts';
import { removal } from './removal.ts';

test('what undo brings back is selected, and so is what redo brings', async () => {
  const { store, actions } = await openedPage();
  const { document } = store.getState();
  if (!document) throw new Error('no document');
  const remove = removal(document, [id('01:00.0')]);
  actions.select([id('01:00.0')]);
  await actions.change(remove.title, remove.changes);
  expect(store.getState().selection.size).toBe(0);
  actions.undo();
  expect([...store.getState().selection]).toEqual([id('01:00.0')]);
  expect(store.getState().focus).toBe(id('01:00.0'));
  actions.redo();
  expect(store.getState().selection.size).toBe(0);
});

test('where nothing comes, the selection stays as it is', async () => {
  const { store, actions } = await openedPage();
  actions.edit({ kind: 'label', about: id('03:00.0'), label: 'card' });
  actions.select([id('04:00.0')]);
  actions.undo();
  expect([...store.getState().selection]).toEqual([id('04:00.0')]);
  actions.redo();
  expect([...store.getState().selection]).toEqual([id('04:00.0')]);
});
