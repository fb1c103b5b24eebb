import { expect, test } from 'vitest';
import { id } from '../model/machine.testkit.ts';
import { ACS_BITS } from '../model/registers.ts';
import { EXAMPLE, isJudged, testPeerlane, until } from './peerlane.testkit.ts';

const P = id('03:00.0');
const C = id('04:00.0');

test('the page starts with the example, judged', async () => {
  const store = testPeerlane();
  await store.getState().actions.start();
  const state = await until(store, isJudged);
  expect(state.isStarted).toBe(true);
  expect(state.document).toMatchObject({
    revision: 1,
    serial: 1,
    origin: { source: 'the example' },
  });
  expect(state.document?.titles.get(C)).toContain('MT28800');
  expect(state.results?.table.functions).toEqual([P, C]);
  expect(state.saving.kind).toBe('unsaved'); // nothing is kept in this browser
  expect(state.undoable).toEqual([]);
});

test('an edit is judged, explained, undone and done again', async () => {
  const store = testPeerlane();
  const { actions } = store.getState();
  await actions.openText(EXAMPLE, 'pasted text');
  actions.choose({ provider: P });
  actions.choose({ client: C });
  const first = await until(store, (state) => isJudged(state) && state.explained !== null);
  expect(first.explained?.explanation.verdict.mapType).toBe('BUS_ADDR');

  const port = id('02:00.0');
  actions.edit({ kind: 'acs-control', functions: [port], set: ACS_BITS.RR, clear: 0 });
  expect(store.getState().undoable).toEqual([{ title: 'set ACS RR on 0000:02:00.0' }]);
  const isExplained = (state: typeof first) =>
    isJudged(state) && state.explained?.revision === state.document?.revision;
  const second = await until(store, isExplained);
  expect(second.explained?.explanation.verdict.mapType).not.toBe('BUS_ADDR');
  expect(second.announcement).toMatch(/^Done: set ACS RR on 0000:02:00.0\. 2 pairs /);

  actions.undo();
  const third = await until(store, isExplained);
  expect(third.document?.machine).toEqual(first.document?.machine);
  expect(third.document?.revision).toBe(3);
  expect(third.explained?.explanation.verdict.mapType).toBe('BUS_ADDR');
  expect(third.announcement).toMatch(/^Undone: set ACS RR on 0000:02:00.0\. 2 pairs became direct/);
  actions.redo();
  expect((await until(store, isExplained)).document?.machine).toEqual(second.document?.machine);
});
