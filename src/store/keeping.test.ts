import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readDocument } from '../formats/read/readDocument.ts';
import { id } from '../model/machine.testkit.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import { inProcessEngine } from '../worker/inProcessEngine.ts';
import type { StoredDocument } from './documentStore.ts';
import { MemoryBrowser } from './memoryDocuments.testkit.ts';
import { EXAMPLE, isJudged, testPeerlane, until } from './peerlane.testkit.ts';

const P = id('03:00.0');
const C = id('04:00.0');
const RR = { kind: 'acs-control', functions: [id('02:00.0')], set: 4, clear: 0 } as const;

let clock = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  clock = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

/** Opens a tab; `end` is what happens to it when it is killed. */
function openTab(browser: MemoryBrowser, ownKey: string | null = null) {
  const documents = browser.tab(ownKey);
  const leave: (() => void)[] = [];
  const go: (() => void)[] = [];
  const store = testPeerlane({
    documents,
    now: () => ++clock,
    onLeaving: (listener) => leave.push(listener),
    onGoing: (listener) => go.push(listener),
  });
  return {
    store,
    end: documents.end,
    leave: () => {
      for (const each of leave) each();
    },
    go: () => {
      for (const each of go) each();
    },
    ...store.getState(),
  };
}

/** All timers of autosave have run. */
const settle = () => vi.advanceTimersByTimeAsync(1000);

test('an untouched example is not kept; the first edit is, once it is seen', async () => {
  const browser = new MemoryBrowser();
  const { store, actions } = openTab(browser);
  await actions.start();
  await settle();
  expect(store.getState().saving).toEqual({ kind: 'saved' });
  expect(browser.writes).toEqual([]);
  actions.edit(RR);
  await vi.advanceTimersByTimeAsync(30);
  expect(browser.writes).toHaveLength(1);
  expect(store.getState().saving).toEqual({ kind: 'saved' });
  const [written] = browser.writes;
  const read = readDocument(written?.text ?? '');
  expect(read.ok && read.value.machine).toEqual(store.getState().document?.machine);
});

test('a killed tab costs nothing: the next one opens the document as it was', async () => {
  const browser = new MemoryBrowser();
  const first = openTab(browser);
  await first.actions.start();
  await first.actions.openText(EXAMPLE, 'machine.txt');
  first.actions.choose({ provider: P, client: C });
  first.actions.edit(RR);
  await settle();
  const left = first.store.getState();
  first.end();

  const second = openTab(browser);
  await second.actions.start();
  const found = await until(second.store, (state) => isJudged(state) && state.explained !== null);
  expect(found.isStarted).toBe(true);
  expect(found.document?.machine).toEqual(left.document?.machine);
  expect(found.document?.origin).toEqual(left.document?.origin);
  expect(found.document?.titles).toEqual(left.document?.titles);
  expect(found.document?.key).toBe(left.document?.key);
  expect(found.pair).toEqual({ provider: P, client: C });
  expect(found.saving).toEqual({ kind: 'saved' });
  expect(found.undoable).toEqual([]);
});

test('two tabs are two documents, and each finds its own again', async () => {
  const browser = new MemoryBrowser();
  const first = openTab(browser);
  await first.actions.start();
  first.actions.edit({ kind: 'name', name: 'first' });
  await settle();
  const second = openTab(browser);
  await second.actions.start();
  expect(second.store.getState().document?.origin.source).toBe('the example');
  second.actions.edit({ kind: 'name', name: 'second' });
  await settle();
  const [firstKey, secondKey] = [first, second].map(({ store }) => store.getState().document?.key);
  expect(firstKey).not.toBe(secondKey);

  first.end();
  second.end();
  // The first tab is loaded again: it finds its own document, though the other is newer.
  const again = openTab(browser, firstKey);
  await again.actions.start();
  expect(again.store.getState().document?.machine.name).toBe('first');
  const other = openTab(browser);
  await other.actions.start();
  expect(other.store.getState().document?.machine.name).toBe('second');
});

test('where another tab wrote the document all the same, this one goes on under its own key', async () => {
  const browser = new MemoryBrowser();
  const { store, actions } = openTab(browser);
  await actions.start();
  actions.edit({ kind: 'name', name: 'mine' });
  await settle();
  const key = store.getState().document?.key ?? '';
  const stranger = { key, name: 'theirs', text: 'theirs', savedAt: 9 };
  browser.records.set(key, { record: stranger, stamp: -1 });
  actions.edit({ kind: 'name', name: 'still mine' });
  await settle();
  expect(browser.records.get(key)?.record).toBe(stranger);
  const newKey = store.getState().document?.key ?? '';
  expect(newKey).not.toBe(key);
  expect(browser.records.get(newKey)?.record).toMatchObject({ name: 'still mine' });
  expect(store.getState().saving).toEqual({ kind: 'saved' });
  expect(store.getState().notices.at(-1)?.text).toContain('Another tab');
});

test('a document that was replaced stays as a snapshot; undo is kept, too', async () => {
  const browser = new MemoryBrowser();
  const { store, actions } = openTab(browser);
  await actions.start();
  await actions.openText(EXAMPLE, 'first');
  expect(browser.snapshots).toEqual([]); // the example is there on every visit
  expect(store.getState().notices).toEqual([]);
  actions.edit({ kind: 'name', name: 'worked on' });
  await actions.openText(EXAMPLE, 'second');
  await settle();
  expect(browser.snapshots).toMatchObject([{ name: 'worked on', origin: { source: 'first' } }]);
  expect(browser.writes.at(-1)).toMatchObject({ origin: { source: 'second' } });
  actions.undo();
  await settle();
  expect(browser.writes.at(-1)).toMatchObject({ name: 'worked on', origin: { source: 'first' } });
});

const sound = (key: string, savedAt: number, change: Partial<StoredDocument> = {}) => ({
  record: {
    key,
    name: key,
    text: EXAMPLE,
    origin: { source: `${key}.txt` },
    pair: { provider: P, client: 'gone' },
    savedAt,
    ...change,
  },
  stamp: -1,
});

test.each([
  ['no document', { text: '{"format": "peerlane"' }],
  ['no text', { text: undefined as never }],
])('a record with %s is told, left as it is, and the next one opened', async (_, damage) => {
  const browser = new MemoryBrowser();
  browser.records.set('newest', sound('newest', 3, damage));
  browser.records.set('older', sound('older', 2));
  const { store, actions } = openTab(browser);
  await actions.start();
  expect(store.getState().document).toMatchObject({
    key: 'older',
    origin: { source: 'older.txt' },
  });
  expect(store.getState().pair).toEqual({ provider: P, client: null });
  expect(store.getState().notices).toHaveLength(1);
  expect(store.getState().notices[0]?.text).toContain('cannot be read');
  actions.edit(RR);
  await settle();
  expect(browser.records.get('newest')?.record).toEqual(sound('newest', 3, damage).record);
});

test('nothing but damaged records: the example, under a key of its own', async () => {
  const browser = new MemoryBrowser();
  browser.records.set('bad', { record: { key: 'bad', savedAt: 1 }, stamp: -1 });
  const { store, actions } = openTab(browser);
  await actions.start();
  actions.edit(RR);
  await settle();
  expect(store.getState().document?.origin.source).toBe('the example');
  expect(browser.records.size).toBe(2);
});

test('a storage that cannot even be listed leaves the page usable', async () => {
  const browser = new MemoryBrowser();
  const documents = browser.tab();
  const store = testPeerlane({
    documents: { ...documents, list: () => Promise.reject(new DOMException('', 'UnknownError')) },
  });
  await store.getState().actions.start();
  expect(store.getState().document?.origin.source).toBe('the example');
  expect(store.getState().notices[0]?.text).toContain('cannot be shown');
});

test('a full storage: editing goes on, the reason stands, and it recovers', async () => {
  const browser = new MemoryBrowser();
  const { store, actions } = openTab(browser);
  await actions.start();
  browser.trouble = new DOMException('', 'QuotaExceededError');
  actions.edit(RR);
  await settle();
  actions.edit({ kind: 'kernel', kernel: '6.1' });
  await settle();
  expect(store.getState().saving).toMatchObject({ kind: 'unsaved' });
  const { saving } = store.getState();
  expect(saving.kind === 'unsaved' && saving.why).toContain('no room left');
  expect(store.getState().undoable).toHaveLength(2);
  browser.trouble = null;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.getState().saving).toEqual({ kind: 'saved' });
  expect(browser.writes.at(-1)?.text).toContain('"6.1"');
});

test('what is opened while the last document is still looked for comes after it', async () => {
  const browser = new MemoryBrowser();
  browser.records.set('kept', sound('kept', 1));
  const { store, actions } = openTab(browser);
  const starting = actions.start();
  await actions.openText(EXAMPLE, 'dropped.txt');
  await starting;
  expect(store.getState().document?.origin.source).toBe('dropped.txt');
  actions.undo();
  expect(store.getState().document?.origin.source).toBe('kept.txt');
});

test('an engine that does not run is no reason to take a document for damaged', async () => {
  const browser = new MemoryBrowser();
  browser.records.set('kept', sound('kept', 1));
  browser.records.set('older', sound('older', 0));
  const real = inProcessEngine();
  let isDead = true;
  const dead = { outcome: Promise.resolve({ kind: 'lost', why: 'It is gone.' } as const) };
  const engine: EngineClient = {
    health: real.health,
    ask: (...question) => (isDead ? { ...dead, cancel: () => {} } : real.ask(...question)),
    onHealth: (listener) => real.onHealth(listener),
    restart: () => {
      isDead = false;
    },
    dispose: () => real.dispose(),
  };
  const store = testPeerlane({ engine, documents: browser.tab() });
  const { actions } = store.getState();
  await actions.start();
  expect(store.getState()).toMatchObject({ document: null, notices: [], isStarted: true });
  expect(store.getState().opening).toMatchObject({ kind: 'failed' });
  actions.restartEngine();
  const found = await until(store, isJudged);
  expect(found.document).toMatchObject({ key: 'kept' });
  expect(found.opening).toEqual({ kind: 'idle' });
});

test('starting twice starts once', async () => {
  const browser = new MemoryBrowser();
  const { store, actions } = openTab(browser);
  await Promise.all([actions.start(), actions.start()]);
  await actions.start();
  expect(store.getState().document).toMatchObject({ serial: 1, revision: 1 });
  expect(store.getState().undoable).toEqual([]);
});

test('leaving the page writes what is still to be written', async () => {
  const browser = new MemoryBrowser();
  const { actions, leave } = openTab(browser);
  await actions.start();
  actions.edit(RR);
  await vi.advanceTimersByTimeAsync(30);
  actions.edit({ kind: 'kernel', kernel: '6.1' });
  expect(browser.writes).toHaveLength(1);
  leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(browser.writes).toHaveLength(2);
});

test('without a storage the page says from the start that nothing is kept', async () => {
  const store = testPeerlane();
  await store.getState().actions.start();
  expect(store.getState().saving).toMatchObject({ kind: 'unsaved' });
});

test('a page that goes before the pause is over keeps its last edit; it may come back', async () => {
  const browser = new MemoryBrowser();
  const { store, actions, go } = openTab(browser);
  await actions.start();
  actions.edit(RR);
  await settle();
  actions.edit({ kind: 'name', name: 'last words' });
  go();
  expect(browser.writes.map(({ name }) => name).at(-1)).toBe('last words');
  await settle();
  actions.edit({ kind: 'name', name: 'back again' });
  await settle();
  expect(browser.records.size).toBe(1);
  expect(browser.writes.at(-1)?.name).toBe('back again');
  expect(store.getState().saving).toEqual({ kind: 'saved' });
});

test('earlier documents are listed, the newest first and each once', async () => {
  const browser = new MemoryBrowser();
  browser.records.set('closed', sound('closed', 100, { text: 'another' }));
  browser.records.set('damaged', { record: { key: 'damaged', savedAt: 50 }, stamp: -1 });
  browser.records.set('open', sound('open', 200));
  const { actions } = openTab(browser);
  await actions.start(); // takes the newest, so that it is no earlier one
  expect(await actions.earlierDocuments()).toEqual([
    { key: 'closed', name: 'closed', savedAt: 100, functions: null },
  ]);
  await actions.openText(EXAMPLE, 'first');
  actions.undo();
  await actions.openText(EXAMPLE, 'second');
  const listed = await actions.earlierDocuments();
  expect(browser.snapshots).toHaveLength(2);
  expect(listed.map(({ name, functions }) => [name, functions])).toEqual([
    ['closed', null],
    [browser.snapshots[0]?.name, 7],
  ]);
});

test('an earlier document comes back as it was left, and undo brings the present one back', async () => {
  const browser = new MemoryBrowser();
  const { store, actions } = openTab(browser);
  await actions.start();
  await actions.openText(EXAMPLE, 'first');
  actions.choose({ provider: P, client: C });
  actions.edit({ kind: 'name', name: 'worked on' });
  const left = store.getState();
  await actions.openText(EXAMPLE, 'second');
  const [earlier] = await actions.earlierDocuments();
  await actions.restoreEarlier(earlier?.key ?? '');
  const back = store.getState();
  expect(back.document?.machine).toEqual(left.document?.machine);
  expect(back.document?.origin).toEqual(left.document?.origin);
  expect(back.document?.key).toBe(left.document?.key);
  expect(back.pair).toEqual({ provider: P, client: C });
  await settle();
  expect(browser.writes.at(-1)).toMatchObject({ name: 'worked on', origin: { source: 'first' } });
  actions.undo();
  expect(store.getState().document?.origin.source).toBe('second');
});

test('an earlier document that is gone is told; nothing kept is nothing listed', async () => {
  const { store, actions } = openTab(new MemoryBrowser());
  await actions.start();
  await actions.restoreEarlier('gone');
  expect(store.getState().document?.serial).toBe(1);
  expect(store.getState().notices[0]?.text).toContain('no longer kept');
  expect(await testPeerlane().getState().actions.earlierDocuments()).toEqual([]);
});
