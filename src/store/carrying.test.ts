import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { id } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import {
  machine,
  type OpenedPage,
  openedPage,
  openMachine,
  redirect,
} from './openedPage.testkit.ts';

const NO_PAIRS = { direct: 0, viaHost: 0, refused: 0, unknown: 0 };
const PREVIEW = {
  became: { ...NO_PAIRS, direct: 2 },
  were: { ...NO_PAIRS, refused: 2 },
  added: NO_PAIRS,
  lost: 0,
  findings: [],
};

const DRIVE = id('03:00.0');
const CARD = id('04:00.0');
const ROOT_PORT = id('00:01.0');
const SWITCH = id('01:00.0');

let page: OpenedPage;
let first: Machine | undefined;
const carry = () => page.store.getState().carry;
const said = () => page.store.getState().announcement;
const notices = () => page.store.getState().notices.map(({ text }) => text);
const steps = () => page.store.getState().undoable.map(({ title }) => title);
const now = () => page.store.getState().document?.machine;

beforeEach(async () => {
  vi.useFakeTimers();
  page = await openedPage();
  first = now();
});
afterEach(() => vi.useRealTimers());

/** What knows places is there. */
async function carried(...args: Parameters<OpenedPage['actions']['carry']>) {
  page.actions.carry(...args);
  await vi.waitFor(() => expect(carry()?.targets).not.toBeNull());
}

test('what is carried has words at once, and places as soon as they are known', async () => {
  page.actions.carry({ kind: 'devices', devices: [SWITCH] }, 'pointer');
  expect(carry()).toMatchObject({ by: 'pointer', aim: null, preview: null });
  expect(carry()?.words).not.toBe('');
  await vi.waitFor(() => expect(carry()?.targets).not.toBeNull());
  expect(carry()?.words).toBe('0000:01:00.0 and 2 below it');
  page.actions.carry({ kind: 'part', part: 'gpu', count: 2 }, 'keys');
  expect(carry()?.words).toMatch(/^2 × /);
});

test('put back, nothing has changed', async () => {
  await carried({ kind: 'devices', devices: [DRIVE] }, 'keys');
  page.actions.aim(SWITCH);
  page.actions.putBack();
  expect(carry()).toBeNull();
  expect(now()).toBe(first);
  await vi.advanceTimersByTimeAsync(1000);
  expect(page.engine.all('preview')).toHaveLength(0);
});

test('the engine is asked about a place that the hand stays at, and about no other', async () => {
  await carried({ kind: 'part', part: 'gpu', count: 1 }, 'pointer');
  const [first, second] = carry()?.targets?.legal ?? [];
  if (!first || !second) throw new Error('no places');
  page.actions.aim(first);
  await vi.advanceTimersByTimeAsync(50);
  page.actions.aim(second);
  await vi.advanceTimersByTimeAsync(50);
  expect(page.engine.all('preview')).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(20);
  const asked = page.engine.last('preview');
  expect(asked.input.revision).toBe(page.store.getState().document?.revision);
  page.actions.aim(first);
  expect(asked.isCancelled()).toBe(true);
  await asked.settle({ kind: 'answered', value: PREVIEW });
  expect(carry()?.preview).toBeNull();
});

test('by pointer the place is said once the hand rests on it', async () => {
  await carried({ kind: 'part', part: 'gpu', count: 1 }, 'pointer');
  const [place] = carry()?.targets?.legal ?? [];
  if (!place) throw new Error('no place');
  page.actions.aim(place);
  await vi.advanceTimersByTimeAsync(70);
  const before = said();
  await page.engine.last('preview').settle({ kind: 'answered', value: PREVIEW });
  expect(carry()?.preview).toEqual(PREVIEW);
  expect(said()).toBe(before);
  await vi.advanceTimersByTimeAsync(400);
  expect(said()).toMatch(/\. 2 pairs become direct\.$/);
});

test('what a drop changes may stay unknown: then that is said, and an answer still counts', async () => {
  await carried({ kind: 'part', part: 'gpu', count: 1 }, 'pointer');
  const [first, second] = carry()?.targets?.legal ?? [];
  if (!first || !second) throw new Error('no places');
  const unknown = 'What it would change could not be worked out.';
  page.actions.aim(first);
  await vi.advanceTimersByTimeAsync(500);
  await page.engine.last('preview').settle({ kind: 'lost', why: 'gone' });
  expect(carry()?.preview).toBe('failed');
  expect(said()).toBe(unknown);
  page.actions.aim(second);
  expect(carry()?.preview).toBeNull();
  await vi.advanceTimersByTimeAsync(4900);
  expect(carry()?.preview).toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(carry()?.preview).toBe('failed');
  await page.engine.last('preview').settle({ kind: 'answered', value: PREVIEW });
  expect(carry()?.preview).toEqual(PREVIEW);
});

test('by keys it is said with what the engine says, or before that takes long', async () => {
  await carried({ kind: 'part', part: 'gpu', count: 1 }, 'keys');
  expect(said()).toMatch(/^Carrying .+: \d+ places take it\.$/);
  const [place, other] = carry()?.targets?.legal ?? [];
  if (!place || !other) throw new Error('no place');
  page.actions.aim(place);
  await vi.advanceTimersByTimeAsync(70);
  await page.engine.last('preview').settle({ kind: 'answered', value: PREVIEW });
  expect(said()).toMatch(/\. 2 pairs become direct\.$/);
  page.actions.aim(other);
  await vi.advanceTimersByTimeAsync(400);
  const place2 = said();
  expect(place2).not.toContain('pairs');
  await page.engine.last('preview').settle({ kind: 'answered', value: PREVIEW });
  expect(said()).toBe('2 pairs become direct.');
});

test('a drop is one step, and what arrived is selected', async () => {
  await carried({ kind: 'part', part: 'gpu', count: 1 }, 'pointer');
  const before = new Set(machine.functions.map((fn) => fn.id));
  page.actions.aim(SWITCH);
  await page.actions.drop();
  expect(carry()).toBeNull();
  expect(steps()).toHaveLength(1);
  const { selection, focus } = page.store.getState();
  expect(selection.size).toBe(1);
  const [selected] = selection;
  expect(selected).toBe(focus);
  const fn = now()?.functions.find((each) => each.id === selected);
  expect(fn?.type).toBe('endpoint');
  expect(before.has(fn?.id ?? DRIVE)).toBe(false);
  page.actions.undo();
  expect(now()).toBe(first);
});

test('dropped again and again, each is a step', async () => {
  await carried({ kind: 'part', part: 'gpu', count: 1 }, 'keys');
  page.actions.aim(SWITCH);
  await page.actions.drop(true);
  const once = now();
  expect(carry()).toMatchObject({ aim: SWITCH });
  await page.actions.drop(true);
  expect(steps()).toHaveLength(2);
  expect(now()?.functions.length).toBeGreaterThan(once?.functions.length ?? 0);
  page.actions.putBack();
  expect(steps()).toHaveLength(2);
});

test('a place that refuses says why, and what is carried stays in the hand', async () => {
  await carried({ kind: 'devices', devices: [DRIVE] }, 'keys');
  page.actions.aim(CARD);
  await vi.advanceTimersByTimeAsync(500);
  expect(page.engine.all('preview')).toHaveLength(0);
  const words = said();
  await page.actions.drop();
  expect(notices().at(-1)).toBe(words);
  expect(carry()?.aim).toBe(CARD);
  expect(now()).toBe(first);
});

test('nothing is dropped nowhere', async () => {
  await carried({ kind: 'devices', devices: [DRIVE] }, 'pointer');
  await page.actions.drop();
  expect(carry()).not.toBeNull();
  expect(steps()).toEqual([]);
});

test('another document ends it; an edit has places worked out anew', async () => {
  await carried({ kind: 'devices', devices: [DRIVE] }, 'pointer');
  const { targets } = carry() ?? {};
  page.actions.edit(redirect('02:00.0'));
  expect(carry()?.targets).not.toBe(targets);
  await openMachine(page);
  expect(carry()).toBeNull();
});

test('what is gone from the document is not carried on', async () => {
  await carried({ kind: 'devices', devices: [DRIVE] }, 'pointer');
  page.actions.aim(ROOT_PORT);
  await page.actions.change('remove the drive', [{ kind: 'remove', device: DRIVE }]);
  expect(carry()).toBeNull();
});
