import { beforeEach, expect, test } from 'vitest';
import { id } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { Edit } from './edit.ts';
import { type OpenedPage, openedPage, redirect } from './openedPage.testkit.ts';

const PORT = id('02:00.0');
const SWITCH = id('01:00.0');
const DRIVE = id('03:00.0');

let page: OpenedPage;
let locked: Machine | undefined;
const now = () => page.store.getState().document?.machine;
const notices = () => page.store.getState().notices.map(({ text }) => text);

beforeEach(async () => {
  page = await openedPage();
  page.actions.edit({ kind: 'keep', parts: [SWITCH], what: 'locked', isOn: true });
  locked = now();
});

test.each<Edit>([
  redirect('02:00.0'),
  { kind: 'label', about: DRIVE, label: 'drive' },
  { kind: 'names', pattern: 'd{n}', names: [{ about: DRIVE, label: 'd0' }] },
  { kind: 'publish', functions: [DRIVE], isPublished: false },
  { kind: 'nudge', parts: [SWITCH, DRIVE], dx: 10, dy: 0 },
])('$kind of what is locked changes nothing and says why', (edit) => {
  page.actions.edit(edit);
  expect(now()).toBe(locked);
  expect(notices()).toEqual(['0000:01:00.0 is locked. Unlock it first.']);
  expect(page.store.getState().undoable).toHaveLength(1);
});

test('so does a change of the structure, all of it or nothing', async () => {
  await page.actions.change('remove both', [
    { kind: 'cpu', cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 } },
    { kind: 'remove', device: DRIVE },
  ]);
  expect(now()).toBe(locked);
  expect(notices()).toHaveLength(1);
});

test('a change that cannot be made says so, and throws nothing', async () => {
  await page.actions.change('remove what is not there', [
    { kind: 'remove', device: id('77:00.0') },
  ]);
  expect(now()).toBe(locked);
  expect(notices()).toHaveLength(1);
});

test('names are not written on what is locked', () => {
  page.actions.rename(PORT);
  expect(page.store.getState().renaming).toBeNull();
  expect(notices()).toHaveLength(1);
  page.actions.rename(id('00:01.0'));
  expect(page.store.getState().renaming).toBe(id('00:01.0'));
});

test('what is free among them moves; notes, folding and unlocking are allowed', () => {
  const root = id('00:01.0');
  page.actions.edit({ kind: 'nudge', parts: [root, DRIVE], dx: 10, dy: 0 });
  expect(now()?.placements.map(({ about, dx }) => [about, dx])).toEqual([
    [SWITCH, 0],
    [root, 10],
  ]);
  page.actions.edit({ kind: 'note', about: DRIVE, text: 'spare' });
  page.actions.edit({ kind: 'keep', parts: [SWITCH], what: 'collapsed', isOn: true });
  page.actions.edit({ kind: 'keep', parts: [SWITCH], what: 'locked', isOn: false });
  page.actions.edit(redirect('02:00.0'));
  expect(notices()).toEqual([]);
  expect(page.store.getState().undoable).toHaveLength(6);
});
