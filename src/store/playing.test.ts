import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FabricWalk } from '../engine/report.ts';
import { comparisonOf, explanationOf } from './judgement.testkit.ts';
import {
  answerJudge,
  machine,
  type OpenedPage,
  openedPage,
  openMachine,
  PAIR,
  redirect,
} from './openedPage.testkit.ts';
import { PLAY_SPEEDS, playAlong, playableWalk } from './playing.ts';
import type { Play } from './state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page on which a pair was chosen and explained; what the fabric does is still on its way. */
async function explainedPage(): Promise<OpenedPage> {
  const page = await openedPage();
  await answerJudge(page.engine.last('judge'));
  page.actions.choose(PAIR);
  await page.engine
    .last('explain')
    .settle({ kind: 'answered', value: explanationOf(machine, PAIR) });
  return page;
}

/** The fabric's answer on the pair that was asked about, on the machine as it was opened. */
async function compare({ engine }: OpenedPage): Promise<void> {
  const asked = engine.last('fabric');
  await asked.settle({ kind: 'answered', value: comparisonOf(machine, asked.input.pair) });
}

async function comparedPage(): Promise<OpenedPage> {
  const page = await explainedPage();
  await compare(page);
  return page;
}

const hopsOf = ({ store }: OpenedPage) => playableWalk(store.getState(), 'write')?.hops.length ?? 0;

describe('a play begins', () => {
  test('at the first hop, running', async () => {
    const { store, actions } = await comparedPage();
    actions.startPlay('read');
    const play = { operation: 'read', of: 'pair', hop: 0, isRunning: true, speed: 1 };
    expect(store.getState().play).toEqual(play);
  });

  test('not before the fabric’s answer is there, nor without a pair', async () => {
    const page = await explainedPage();
    const { store, actions } = page;
    actions.startPlay('write');
    expect(store.getState().play).toBeNull();
    expect(playableWalk(store.getState(), 'write')).toBeNull();
    await compare(page);
    expect(hopsOf(page)).toBeGreaterThan(2);
    actions.choose({ client: null });
    actions.startPlay('write');
    expect(store.getState().play).toBeNull();
  });

  test('anew with the other request, as fast as before', async () => {
    const { store, actions } = await comparedPage();
    actions.startPlay('write');
    actions.changePlay({ hop: 2, speed: 4, isRunning: false });
    actions.startPlay('read');
    const play = { operation: 'read', of: 'pair', hop: 0, isRunning: true, speed: 4 };
    expect(store.getState().play).toEqual(play);
  });
});

describe('while it goes on', () => {
  test('the hop stays on its way', async () => {
    const page = await comparedPage();
    const { store, actions } = page;
    actions.startPlay('write');
    const hop = () => store.getState().play?.hop;
    for (const [wanted, got] of [
      [1, 1],
      [-1, 0],
      [1.4, 1],
      [99, hopsOf(page) - 1],
    ] as const) {
      actions.changePlay({ hop: wanted });
      expect(hop()).toBe(got);
    }
  });

  test('it is halted, and made faster and slower within what is offered', async () => {
    const { store, actions } = await comparedPage();
    actions.startPlay('write');
    actions.changePlay({ isRunning: false });
    expect(store.getState().play).toMatchObject({ isRunning: false, hop: 0 });
    actions.changePlay({ speed: 100 });
    expect(store.getState().play?.speed).toBe(PLAY_SPEEDS.at(-1));
    actions.changePlay({ speed: 0 });
    expect(store.getState().play?.speed).toBe(PLAY_SPEEDS[0]);
  });

  test('nothing that is not playing can be changed', async () => {
    const { store, actions } = await comparedPage();
    actions.changePlay({ hop: 1, isRunning: true });
    expect(store.getState().play).toBeNull();
  });
});

describe('an edit', () => {
  test('does not end it: the hop waits for what the engine says next', async () => {
    const page = await comparedPage();
    const { engine, store, actions } = page;
    actions.startPlay('write');
    actions.changePlay({ hop: 2 });
    actions.edit(redirect('02:00.0'));
    expect(playableWalk(store.getState(), 'write')).toBeNull();
    actions.changePlay({ hop: 1, isRunning: false });
    actions.startPlay('read');
    const play = { operation: 'write', of: 'pair', hop: 2, isRunning: false, speed: 1 };
    expect(store.getState().play).toEqual(play);
    await engine.last('explain').settle({ kind: 'answered', value: explanationOf(machine, PAIR) });
    await compare(page);
    actions.changePlay({ hop: 1 });
    expect(store.getState().play?.hop).toBe(1);
  });
});

describe('what the engine says after an edit', () => {
  const walkOf = (count: number): FabricWalk => {
    const { write } = comparisonOf(machine, PAIR);
    return { ...write, hops: write.hops.slice(0, count) };
  };
  const said = (count: number) => {
    const comparison = comparisonOf(machine, PAIR);
    return { comparison: { ...comparison, write: walkOf(count) } };
  };
  const play: Play = { operation: 'write', of: 'pair', hop: 2, isRunning: false, speed: 1 };
  const shown = (count: number) => ({ revision: 1, pair: PAIR, ...said(count) });

  test.each([
    ['the same way goes on', 3, 3, play],
    ['another way begins anew', 3, 2, { ...play, hop: 0 }],
    ['no way ends it', 3, 0, null],
  ] as const)('%s', (_, before, after, expected) => {
    expect(playAlong({ play, compared: shown(before) }, said(after))).toEqual(expected);
  });
});

describe('a play ends', () => {
  test('when it is stopped', async () => {
    const { store, actions } = await comparedPage();
    actions.startPlay('write');
    actions.stopPlay();
    expect(store.getState().play).toBeNull();
  });

  test('with another pair', async () => {
    const { store, actions } = await comparedPage();
    actions.startPlay('write');
    actions.choose(PAIR);
    expect(store.getState().play).not.toBeNull();
    actions.choose({ provider: PAIR.client, client: PAIR.provider });
    expect(store.getState().play).toBeNull();
  });

  test('with another document, and does not come back with the old one', async () => {
    const page = await comparedPage();
    const { store, actions } = page;
    actions.startPlay('write');
    await openMachine(page);
    expect(store.getState().play).toBeNull();
    actions.undo();
    expect(store.getState()).toMatchObject({ pair: PAIR, play: null });
  });
});
