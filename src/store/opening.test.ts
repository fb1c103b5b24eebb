import { expect, test, vi } from 'vitest';
import { problemError } from '../base/problem.ts';
import { MachineBuilder } from '../model/machine.testkit.ts';
import { FakeEngine, soon } from './fakeEngine.testkit.ts';
import { readingOf } from './judgement.testkit.ts';
import { MAX_FILE_BYTES } from './openingWords.ts';
import { EXAMPLE, isJudged, testPeerlane, until } from './peerlane.testkit.ts';

const machineCalled = (name: string) => ({
  ...new MachineBuilder().host('00:00.0', '8086:2f00').endpoint('00:02.0').build(),
  name,
});
const readAs = (name: string) =>
  ({ kind: 'answered', value: { ok: true, value: readingOf(machineCalled(name)) } }) as const;
const file = (bytes: BlobPart, name: string) => new File([bytes], name);

function page() {
  const engine = new FakeEngine();
  const store = testPeerlane({ engine });
  return { engine, store, ...store.getState() };
}

test('reading shows how far it is, and ends with the document', async () => {
  const { engine, store, actions } = page();
  const done = actions.openText('a', 'pasted text');
  await soon();
  expect(store.getState().opening).toEqual({
    kind: 'reading',
    source: 'pasted text',
    progress: null,
  });
  engine.last('read').progress({ doing: 'Reading', done: 0.5 });
  expect(store.getState().opening).toMatchObject({ progress: { done: 0.5 } });
  await engine.last('read').settle(readAs('a'));
  await done;
  expect(store.getState().opening).toEqual({ kind: 'idle' });
  expect(store.getState().document).toMatchObject({
    serial: 1,
    machine: { name: 'a' },
    origin: { source: 'pasted text', format: 'document', settings: machineCalled('a').settings },
  });
});

test('a later opening overtakes an earlier one, in whatever order they are read', async () => {
  const { engine, store, actions } = page();
  const first = actions.openText('a', 'first');
  await soon();
  const second = actions.openText('b', 'second');
  await soon();
  const [a, b] = engine.all('read');
  expect([a?.isCancelled(), b?.isCancelled()]).toEqual([true, false]);
  await b?.settle(readAs('b'));
  await second;
  a?.progress({ doing: 'Reading', done: 0.9 });
  await a?.settle(readAs('a'));
  await first;
  expect(store.getState().document?.machine.name).toBe('b');
  expect(store.getState().opening).toEqual({ kind: 'idle' });
});

test('what cannot be read keeps its text, and the document stays', async () => {
  const { engine, store, actions } = page();
  const first = actions.openText('a', 'first');
  await soon();
  await engine.last('read').settle(readAs('a'));
  await first;
  const { document } = store.getState();

  const second = actions.openText('no dump at all', 'pasted text');
  await soon();
  const problems = [problemError('There is no device in it.')];
  await engine.last('read').settle({ kind: 'answered', value: { ok: false, error: problems } });
  await second;
  expect(store.getState().opening).toEqual({
    kind: 'failed',
    source: 'pasted text',
    text: 'no dump at all',
    isAboutText: true,
    title: 'This was not understood',
    problems,
  });
  expect(store.getState().document).toBe(document);
  actions.dismissFailure();
  expect(store.getState().opening).toEqual({ kind: 'idle' });
});

test.each([
  ['a mistake of ours', { kind: 'failed', message: 'no such place', stack: '' }, 'no such place'],
  ['a crash', { kind: 'lost', why: 'The engine failed twice.' }, 'The engine failed twice.'],
] as const)('%s is told, and the text kept', async (_, outcome, words) => {
  const { engine, store, actions } = page();
  const opening = actions.openText('text', 'pasted text');
  await soon();
  await engine.last('read').settle(outcome);
  await opening;
  const failed = store.getState().opening;
  expect(failed).toMatchObject({ kind: 'failed', text: 'text' });
  expect(failed.kind === 'failed' && failed.problems[0]?.text).toContain(words);
});

test('a file is read as bytes; too large a one is not read at all', async () => {
  const { engine, store, actions } = page();
  const opening = actions.openFile(file('bytes', 'machine.txt'));
  await vi.waitFor(() => expect(engine.all('read')).toHaveLength(1));
  const { input } = engine.last('read').input;
  expect(new TextDecoder().decode(input as ArrayBuffer)).toBe('bytes');
  await engine.last('read').settle(readAs('a'));
  await opening;
  expect(store.getState().document?.origin.source).toBe('machine.txt');

  const large = file('', 'large.txt');
  Object.defineProperty(large, 'size', { value: MAX_FILE_BYTES + 1 });
  await actions.openFile(large);
  expect(store.getState().opening).toMatchObject({
    kind: 'failed',
    source: 'large.txt',
    text: null,
  });
  const gone = file('', 'gone.txt');
  Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(new Error('gone')) });
  await actions.openFile(gone);
  expect(store.getState().opening).toMatchObject({ title: 'This file cannot be opened' });
  expect(engine.all('read')).toHaveLength(1);
});

test('a dump without a host name is called as its file', async () => {
  const store = testPeerlane();
  const { actions } = store.getState();
  await actions.openFile(file(EXAMPLE, 'machine.txt'));
  expect(store.getState().document?.machine.name).toBe('machine.txt');
  await actions.openText(EXAMPLE, 'pasted text');
  expect(store.getState().document?.machine.name).toBe('pasted lspci, 7 functions');
  await actions.openFile(file(`root@node7:~# lspci\n${EXAMPLE}`, 'machine.txt'));
  expect(store.getState().document?.machine.name).toBe('node7');
});

test('an example that cannot be loaded is a failure with words', async () => {
  const store = testPeerlane({ loadExample: () => Promise.reject(new Error('offline')) });
  await store.getState().actions.start();
  expect(store.getState()).toMatchObject({ isStarted: true, document: null });
  expect(store.getState().opening).toMatchObject({ title: 'The example could not be loaded' });
});

test('another document starts a session of its own; undo brings the one before back', async () => {
  const store = testPeerlane();
  const { actions } = store.getState();
  await actions.openText(EXAMPLE, 'first');
  const [, , , port, , provider, client] = store.getState().document?.machine.functions ?? [];
  if (!port || !provider || !client) throw new Error('not as expected');
  actions.select([port.id]);
  actions.choose({ provider: provider.id, client: client.id });
  const before = await until(store, (state) => isJudged(state) && state.explained !== null);

  await actions.openText(EXAMPLE.replaceAll('03:00.0 Non', '03:01.0 Non'), 'second');
  const second = store.getState();
  expect(second).toMatchObject({
    focus: null,
    pair: { provider: null, client: null },
    explained: null,
    results: null, // a table of another machine is worth nothing
    document: { serial: 2, revision: 2 },
  });
  expect(second.selection.size).toBe(0);
  expect(second.notices.map(({ text }) => text)).toEqual([
    'pasted lspci, 7 functions was replaced. Undo brings it back.',
  ]);

  actions.undo();
  const back = await until(store, isJudged);
  expect(back.document).toMatchObject({ serial: 1, revision: 3, origin: { source: 'first' } });
  expect(back.document?.machine).toBe(before.document?.machine);
  expect(back.document?.titles).toEqual(before.document?.titles);
  expect(back.pair).toEqual(before.pair);
  actions.redo();
  expect(store.getState().document).toMatchObject({ serial: 2, origin: { source: 'second' } });
});
