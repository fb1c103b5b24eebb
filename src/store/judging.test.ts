import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { explanationOf } from './judgement.testkit.ts';
import { answerJudge, machine, openedPage, PAIR, redirect } from './openedPage.testkit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('answers out of order: only what is about the document as it stands is taken in', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  expect(store.getState().results?.revision).toBe(1);

  actions.edit(redirect('02:00.0'));
  actions.edit(redirect('02:01.0'));
  actions.undo();
  const [, second, third, fourth] = engine.all('judge');
  if (!second || !third || !fourth) throw new Error('not asked each time');
  expect([second, third, fourth].map((asked) => asked.input.revision)).toEqual([2, 3, 4]);
  expect([second, third, fourth].map((asked) => asked.isCancelled())).toEqual([true, true, false]);

  await answerJudge(third);
  await answerJudge(second);
  // Still what was said of the first state, and marked as such.
  expect(store.getState().results?.revision).toBe(1);
  expect(store.getState().document?.revision).toBe(4);
  await answerJudge(fourth);
  expect(store.getState().results?.revision).toBe(4);
  await answerJudge(third);
  expect(store.getState().results?.revision).toBe(4);
});

test('an explanation is about the pair and the revision that are shown', async () => {
  const { engine, store, actions } = await openedPage();
  actions.choose(PAIR);
  const first = engine.last('explain');
  actions.choose({ provider: PAIR.client, client: PAIR.provider });
  const second = engine.last('explain');
  expect(first.isCancelled()).toBe(true);
  await second.settle({
    kind: 'answered',
    value: explanationOf(machine, { provider: PAIR.client, client: PAIR.provider }),
  });
  await first.settle({ kind: 'answered', value: explanationOf(machine, PAIR) });
  expect(store.getState().explained).toMatchObject({
    revision: 1,
    explanation: { verdict: { provider: PAIR.client } },
  });

  // After an edit the old one stays, with its old revision, until the new one is there.
  actions.edit(redirect('02:00.0'));
  expect(store.getState().explained?.revision).toBe(1);
  const { machine: edited } = engine.last('judge').input;
  const pair = { provider: PAIR.client, client: PAIR.provider };
  await engine.last('explain').settle({ kind: 'answered', value: explanationOf(edited, pair) });
  expect(store.getState().explained?.revision).toBe(2);

  actions.choose({ client: null });
  expect(store.getState().explained).toBeNull();
});

test('the verdict on a pair is announced when it was chosen, not with every change', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  actions.choose(PAIR);
  await engine.last('explain').settle({ kind: 'answered', value: explanationOf(machine, PAIR) });
  const words = '0000:03:00.0 to 0000:04:00.0: BUS_ADDR, distance 4.';
  expect(store.getState().announcement).toBe(words);
  actions.announce('Copied.');
  actions.edit(redirect('02:00.0'));
  const { machine: edited } = engine.last('judge').input;
  await engine.last('explain').settle({ kind: 'answered', value: explanationOf(edited, PAIR) });
  expect(store.getState().explained?.revision).toBe(2);
  expect(store.getState().announcement).toBe('Copied.');
});

test('an explanation that the engine dropped is asked for again after the judgement', async () => {
  const { engine, store, actions } = await openedPage();
  actions.choose(PAIR);
  await engine.last('explain').settle({ kind: 'dropped' });
  expect(engine.all('explain')).toHaveLength(1);
  await answerJudge(engine.last('judge'));
  expect(engine.all('explain')).toHaveLength(2);
  await engine.last('explain').settle({
    kind: 'answered',
    value: explanationOf(machine, PAIR),
  });
  expect(store.getState().explained?.revision).toBe(1);
});

test('only a slow judgement shows that it goes on', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  vi.advanceTimersByTime(1000);
  expect(store.getState().judging).toBeNull();

  actions.edit(redirect('02:00.0'));
  engine.last('judge').progress({ doing: 'Judging pairs', done: 0.2 });
  vi.advanceTimersByTime(200);
  actions.edit(redirect('02:01.0')); // the user has waited since the first edit
  vi.advanceTimersByTime(99);
  expect(store.getState().judging).toBeNull();
  vi.advanceTimersByTime(1);
  expect(store.getState().judging).toEqual({ doing: 'Judging pairs', done: null });
  engine.last('judge').progress({ doing: 'Judging pairs', done: 0.5 });
  expect(store.getState().judging?.done).toBe(0.5);
  await answerJudge(engine.last('judge'));
  expect(store.getState().judging).toBeNull();
});

test('a lost question is told, and costs nothing', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  actions.edit(redirect('02:00.0'));
  const { document } = store.getState();
  await engine.last('judge').settle({ kind: 'lost', why: 'The engine failed twice.' });
  expect(store.getState()).toMatchObject({ document, judging: null, results: { revision: 1 } });
  expect(store.getState().notices.at(-1)).toMatchObject({ kind: 'warning' });
  expect(store.getState().notices.at(-1)?.text).toContain('The engine failed twice.');

  actions.edit(redirect('02:01.0'));
  await engine.last('judge').settle({ kind: 'failed', message: 'no such place', stack: '' });
  expect(store.getState().notices.at(-1)?.text).toContain('no such place');
});

test('what was done is announced even when nothing comes of the question', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  actions.edit(redirect('02:00.0'));
  await engine.last('judge').settle({ kind: 'lost', why: 'The engine failed twice.' });
  expect(store.getState().announcement).toBe('Done: set ACS RR on 0000:02:00.0.');
});

test('a pair that cannot be explained casts no doubt on verdicts that stand', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  actions.choose(PAIR);
  await engine.last('explain').settle({ kind: 'failed', message: 'no such place', stack: '' });
  const told = store.getState().notices.at(-1)?.text;
  expect(told).toContain('no such place');
  expect(told).not.toContain('before the last change');
});

test('the health of the engine is shown; a restart is a notice that goes by itself', async () => {
  const { engine, store, actions } = await openedPage();
  engine.turn({ kind: 'restarting', why: 'The engine did not answer.' });
  engine.turn({ kind: 'ready' });
  expect(store.getState().health).toEqual({ kind: 'ready' });
  expect(store.getState().notices).toMatchObject([{ text: 'The engine did not answer.' }]);
  vi.advanceTimersByTime(60_000);
  expect(store.getState().notices).toEqual([]);

  engine.turn({ kind: 'dead', why: 'It stopped again and again.' });
  const before = engine.all('judge').length;
  actions.restartEngine();
  expect(engine.restarts).toBe(1);
  expect(engine.all('judge')).toHaveLength(before + 1);
});

test('another list of functions is judged again, of the same revision', async () => {
  const { engine, store, actions } = await openedPage();
  actions.list('all');
  expect(engine.last('judge').input).toMatchObject({ revision: 1, listing: 'all' });
  const asked = engine.all('judge').length;
  actions.list('all');
  expect(engine.all('judge')).toHaveLength(asked);
  expect(store.getState().listing).toBe('all');
});

test('what an edit does to the verdicts is announced, typing only when it does something', async () => {
  const { engine, store, actions } = await openedPage();
  const judge = () => answerJudge(engine.last('judge'));
  await judge();
  expect(store.getState().announcement).toBe('Opened test, 7 functions. All 2 pairs: 2 direct.');
  actions.edit({ kind: 'cmdline', cmdline: 'quiet' }, { id: 'typing' });
  await judge();
  expect(store.getState().announcement).toBe('Opened test, 7 functions. All 2 pairs: 2 direct.');
  actions.edit(redirect('02:00.0'));
  await judge();
  expect(store.getState().announcement).toBe(
    'Done: set ACS RR on 0000:02:00.0. 2 pairs now go through the host bridge. All 2 pairs: 2 through the host bridge.',
  );
  actions.undo();
  await judge();
  expect(store.getState().announcement).toBe(
    'Undone: set ACS RR on 0000:02:00.0. 2 pairs became direct. All 2 pairs: 2 direct.',
  );
  actions.announce('Copied.');
  actions.announce('Copied.');
  expect(store.getState().announcement).toBe('Copied.\u00a0');
});

test('what took long is announced in two parts', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  actions.edit(redirect('02:00.0'));
  vi.advanceTimersByTime(300);
  expect(store.getState().announcement).toBe('Done: set ACS RR on 0000:02:00.0.');
  vi.advanceTimersByTime(1_500);
  await answerJudge(engine.last('judge'));
  expect(store.getState().announcement).toMatch(/^2 pairs now go through the host bridge\./);
});

test('what was said a moment ago is said again with what came of it', async () => {
  const { engine, store, actions } = await openedPage();
  await answerJudge(engine.last('judge'));
  actions.edit(redirect('02:00.0'));
  vi.advanceTimersByTime(310);
  await answerJudge(engine.last('judge'));
  expect(store.getState().announcement).toMatch(
    /^Done: set ACS RR on 0000:02:00\.0\. 2 pairs now go through the host bridge\./,
  );
});
