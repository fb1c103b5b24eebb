import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Asked } from './fakeEngine.testkit.ts';
import { comparisonOf, explanationOf, isolationAnswer } from './judgement.testkit.ts';
import {
  answerJudge,
  machine,
  type OpenedPage,
  openedPage,
  openMachine,
  PAIR,
  redirect,
} from './openedPage.testkit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const SWAPPED = { provider: PAIR.client, client: PAIR.provider };
const LOST = { kind: 'lost', why: 'The engine failed twice.' } as const;
const FAILED = { kind: 'failed', message: 'no such place', stack: '' } as const;

const isolated = (asked: Asked<'isolation'>) =>
  asked.settle({ kind: 'answered', value: isolationAnswer(machine) });
const compared = (asked: Asked<'fabric'>) =>
  asked.settle({ kind: 'answered', value: comparisonOf(machine, asked.input.pair) });
const explained = (asked: Asked<'explain'>) =>
  asked.settle({ kind: 'answered', value: explanationOf(machine, asked.input.pair) });

/** A page with verdicts, on which a pair was chosen and explained. */
async function explainedPage(): Promise<OpenedPage> {
  const page = await openedPage();
  await answerJudge(page.engine.last('judge'));
  page.actions.choose(PAIR);
  await explained(page.engine.last('explain'));
  return page;
}

describe('groups and effective ACS', () => {
  test('are asked for once the verdicts are there', async () => {
    const { engine, store } = await openedPage();
    expect(engine.all('isolation')).toEqual([]);
    await answerJudge(engine.last('judge'));
    expect(engine.last('isolation').input).toEqual({ revision: 1 });
    expect(store.getState().isolated).toBeNull();
    await isolated(engine.last('isolation'));
    expect(store.getState().isolated).toEqual({ revision: 1, ...isolationAnswer(machine) });
  });

  test('stay, marked by their revision, until the next are there', async () => {
    const { engine, store, actions } = await openedPage();
    await answerJudge(engine.last('judge'));
    await isolated(engine.last('isolation'));
    actions.edit(redirect('02:00.0'));
    expect(engine.all('isolation')).toHaveLength(1);
    await answerJudge(engine.last('judge'));
    expect(store.getState().isolated?.revision).toBe(1);
    await isolated(engine.last('isolation'));
    expect(store.getState().isolated?.revision).toBe(2);
  });

  test('of a state that was changed meanwhile are not looked at', async () => {
    const { engine, store, actions } = await openedPage();
    await answerJudge(engine.last('judge'));
    const first = engine.last('isolation');
    actions.edit(redirect('02:00.0'));
    await isolated(first);
    expect(store.getState().isolated).toBeNull();
    await answerJudge(engine.last('judge'));
    const second = engine.last('isolation');
    expect(second.input).toEqual({ revision: 2 });
    await isolated(second);
    await isolated(first);
    expect(store.getState().isolated?.revision).toBe(2);
  });

  test('that nobody waits for any more are cancelled', async () => {
    const { engine, actions } = await openedPage();
    await answerJudge(engine.last('judge'));
    const first = engine.last('isolation');
    actions.edit(redirect('02:00.0'));
    await answerJudge(engine.last('judge'));
    expect(first.isCancelled()).toBe(true);
    expect(engine.last('isolation').isCancelled()).toBe(false);
  });

  test('of a document that was replaced meanwhile are not looked at', async () => {
    const page = await openedPage();
    const { engine, store } = page;
    await answerJudge(engine.last('judge'));
    const first = engine.last('isolation');
    await openMachine(page);
    await isolated(first);
    expect(store.getState().isolated).toBeNull();
  });

  test('are asked for once only, whatever the table lists', async () => {
    const { engine, actions } = await openedPage();
    await answerJudge(engine.last('judge'));
    actions.list('all');
    await answerJudge(engine.last('judge')); // of the same revision, while they are on their way
    expect(engine.all('isolation')).toHaveLength(1);
    expect(engine.last('isolation').isCancelled()).toBe(false);
    await isolated(engine.last('isolation'));
    actions.list('endpoints');
    await answerJudge(engine.last('judge'));
    expect(engine.all('isolation')).toHaveLength(1);
  });

  test('dropped by the engine cost no word; lost ones are told, and asked for again', async () => {
    const { engine, store, actions } = await openedPage();
    await answerJudge(engine.last('judge'));
    await engine.last('isolation').settle({ kind: 'dropped' });
    expect(store.getState().notices).toEqual([]);
    actions.list('all');
    await answerJudge(engine.last('judge'));
    await engine.last('isolation').settle(LOST);
    expect(store.getState().notices.at(-1)?.text).toBe(LOST.why);
    actions.restartEngine();
    await answerJudge(engine.last('judge'));
    expect(engine.all('isolation')).toHaveLength(3);
    await engine.last('isolation').settle(FAILED);
    expect(store.getState().notices.at(-1)?.text).toContain('no such place');
  });
});

describe('what the fabric does', () => {
  test('is asked of a pair once it is explained', async () => {
    const { engine, store, actions } = await openedPage();
    await answerJudge(engine.last('judge'));
    actions.choose({ provider: PAIR.provider });
    actions.choose(PAIR);
    expect(engine.all('fabric')).toEqual([]);
    await explained(engine.last('explain'));
    expect(engine.last('fabric').input).toEqual({ revision: 1, pair: PAIR });
    await compared(engine.last('fabric'));
    const comparison = comparisonOf(machine, PAIR);
    expect(store.getState().compared).toEqual({ revision: 1, pair: PAIR, comparison });
  });

  test('goes with its pair; what is said of another one is not looked at', async () => {
    const { engine, store, actions } = await explainedPage();
    const first = engine.last('fabric');
    actions.choose(SWAPPED);
    await compared(first);
    expect(store.getState().compared).toBeNull();
    await explained(engine.last('explain'));
    await compared(engine.last('fabric'));
    expect(store.getState().compared?.pair).toEqual(SWAPPED);
    actions.choose({ client: null });
    expect(store.getState().compared).toBeNull();
  });

  test('of an earlier state is not looked at; the last answer stays, marked by its revision', async () => {
    const { engine, store, actions } = await explainedPage();
    await compared(engine.last('fabric'));
    actions.edit(redirect('02:00.0'));
    expect(store.getState().compared?.revision).toBe(1);
    await explained(engine.last('explain'));
    const second = engine.last('fabric');
    expect(second.input.revision).toBe(2);
    actions.edit(redirect('02:01.0'));
    await compared(second);
    expect(store.getState().compared?.revision).toBe(1);
    await explained(engine.last('explain'));
    await compared(engine.last('fabric'));
    expect(store.getState().compared?.revision).toBe(3);
  });

  test('is asked for once, in whichever order verdicts and reasons come', async () => {
    const { engine, actions } = await openedPage();
    actions.choose(PAIR);
    await explained(engine.last('explain'));
    await answerJudge(engine.last('judge'));
    expect(engine.all('fabric')).toHaveLength(1);
    expect(engine.last('fabric').isCancelled()).toBe(false);
    await compared(engine.last('fabric'));
    actions.list('all');
    await answerJudge(engine.last('judge'));
    expect(engine.all('fabric')).toHaveLength(1);
  });

  test('lost with the engine, it is told, and asked for again with the next verdicts', async () => {
    const { engine, store, actions } = await explainedPage();
    await engine.last('fabric').settle(LOST);
    expect(store.getState().notices.at(-1)?.text).toBe(LOST.why);
    actions.restartEngine();
    await answerJudge(engine.last('judge'));
    expect(engine.all('fabric')).toHaveLength(2);
    await compared(engine.last('fabric'));
    expect(store.getState().compared?.revision).toBe(1);
  });
});
