import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { id } from '../model/machine.testkit.ts';
import { REST_MS } from './documentFlow.ts';
import { areAside } from './history.ts';
import { EXAMPLE, isJudged, testPeerlane, until } from './peerlane.testkit.ts';

const P = id('03:00.0');

const opened = async () => {
  const store = testPeerlane();
  await store.getState().actions.openText(EXAMPLE, 'pasted text');
  await until(store, isJudged);
  const texts = () => store.getState().notices.map(({ text }) => text);
  return { store, texts, actions: store.getState().actions };
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('a refusal takes the place of the one before, and goes by itself', async () => {
  const { texts, actions } = await opened();
  actions.notify('warning', 'Something else.');
  actions.refuse(['Not here.', 'Not here.']);
  actions.refuse(['Nor there.']);
  expect(texts()).toEqual(['Something else.', 'Nor there.']);
  vi.advanceTimersByTime(6000);
  expect(texts()).toEqual(['Something else.']);
});

test('a refusal goes with the next change', async () => {
  const { texts, actions } = await opened();
  actions.refuse(['Not here.']);
  actions.edit({ kind: 'note', about: P, text: 'mine' });
  expect(texts()).toEqual([]);
});

test('parts moved by keys are told of once they rest', async () => {
  const { store, actions } = await opened();
  const nudge = { kind: 'nudge', parts: [P], dx: 8, dy: 0 } as const;
  actions.announce('before');
  actions.edit(nudge, { id: 'nudge 1' });
  vi.advanceTimersByTime(REST_MS / 2);
  actions.edit(nudge, { id: 'nudge 1' });
  vi.advanceTimersByTime(REST_MS - 1);
  expect(store.getState().announcement).toBe('before');
  vi.advanceTimersByTime(1);
  expect(store.getState().announcement).toBe('Done: move 0000:03:00.0 on the drawing.');
});

test('moved there and back in one go, nothing is left to undo', async () => {
  const { store, actions } = await opened();
  const nudge = { kind: 'nudge', parts: [P], dx: 8, dy: 0 } as const;
  actions.edit(nudge, { id: 'nudge 1' });
  actions.edit({ ...nudge, dx: -8 }, { id: 'nudge 1' });
  expect(store.getState().undoable).toEqual([]);
});

test('no verdict hangs on names, notes and places', () => {
  const patch = (...path: (string | number)[]) => ({ op: 'replace', path, value: null }) as const;
  expect(areAside([patch('placements', 0), patch('functions', 3, 'label')])).toBe(true);
  expect(areAside([patch('notes', 0), patch('settings', 'kernel')])).toBe(false);
  expect(areAside([patch()])).toBe(false);
});
