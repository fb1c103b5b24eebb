import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../engine/mapping/mappingReport.ts';
import type { FabricWalk } from '../engine/report.ts';
import type { ScatterlistId } from '../model/ids.ts';
import type { Scatterlist } from '../model/workload.ts';
import type { Asked } from './fakeEngine.testkit.ts';
import { comparisonOf } from './judgement.testkit.ts';
import { listInSight } from './mappingView.ts';
import {
  answerJudge,
  machine,
  type OpenedPage,
  openedPage,
  openMachine,
  PAIR,
  redirect,
} from './openedPage.testkit.ts';
import { playedWalk } from './playing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const L1 = 'L1' as ScatterlistId;
const L2 = 'L2' as ScatterlistId;
const BESIDE = {
  title: 'IOMMU off',
  conditions: { iommuMode: 'off' },
  options: USUAL_MAPPING,
} as const;

const listOf = (id: ScatterlistId, pages = 2): Scatterlist => ({
  id,
  label: null,
  client: PAIR.client,
  entries: Array.from({ length: pages }, (_, at) => ({
    kind: 'ram',
    address: hex64(0x1_0000_0000n + BigInt(at) * 0x2000n),
    length: 4096,
  })),
});

const { write } = comparisonOf(machine, PAIR);
const walkOf = (hops: number): FabricWalk => ({ ...write, hops: write.hops.slice(0, hops) });

/** As much of a report as the store looks at: `outputs` of which each travels so many hops. */
function reportOf(outputs: number, hops = 3): MappingReport {
  const steps = Array.from({ length: 4 });
  const wire = Array.from({ length: outputs }, (_, output) => ({ output, walk: walkOf(hops) }));
  const shown = { steps, entries: steps, wire, mapping: { outputs: wire } };
  return shown as unknown as MappingReport;
}

const mapped = (asked: Asked<'mapping'>, report = reportOf(2)) =>
  asked.settle({ kind: 'answered', value: report });

/** A page that shows the mapping of a list, judged; its mapping is still on its way. */
async function mappingPage(...lists: readonly Scatterlist[]): Promise<OpenedPage> {
  const page = await openedPage();
  for (const [at, list] of lists.entries()) page.actions.edit({ kind: 'list-add', list, at });
  await answerJudge(page.engine.last('judge'));
  page.actions.setView({ dockTab: 'mapping', isDockOpen: true });
  return page;
}

/** Judges the document as it stands. */
const judged = ({ engine }: OpenedPage) => answerJudge(engine.last('judge'));

describe('a list is mapped', () => {
  test('while its panel is open, once the verdicts are there', async () => {
    const page = await openedPage();
    const { engine, store, actions } = page;
    actions.edit({ kind: 'list-add', list: listOf(L1), at: 0 });
    await judged(page);
    expect(engine.all('mapping')).toEqual([]);
    actions.setView({ dockTab: 'mapping', isDockOpen: true });
    const { client, entries } = listOf(L1);
    const { input } = engine.last('mapping');
    expect(input).toEqual({
      revision: 2,
      list: { client, entries },
      options: USUAL_MAPPING,
      conditions: {},
    });
    const report = reportOf(2);
    await mapped(engine.last('mapping'), report);
    expect(store.getState().mapped).toMatchObject({ revision: 2, list: L1, report });
    expect(engine.all('mapping')).toHaveLength(1);
  });

  test('not where there is none, nor while the dock is closed', async () => {
    const none = await mappingPage();
    expect(none.engine.all('mapping')).toEqual([]);
    const page = await mappingPage(listOf(L1));
    page.actions.setView({ isDockOpen: false });
    expect(page.engine.last('mapping').isCancelled()).toBe(true);
  });

  test('once for each state, however much is pointed at', async () => {
    const { engine, actions } = await mappingPage(listOf(L1));
    actions.lookAtMapping({ output: 1 });
    await mapped(engine.last('mapping'));
    actions.lookAtMapping({ entry: 1, step: 2 });
    actions.setView({ dockTab: 'why' });
    actions.setView({ dockTab: 'mapping' });
    expect(engine.all('mapping')).toHaveLength(1);
  });

  test('anew after an edit; what was said stays, marked by its revision', async () => {
    const page = await mappingPage(listOf(L1));
    const { engine, store, actions } = page;
    await mapped(engine.last('mapping'));
    actions.edit(redirect('02:00.0'));
    expect(store.getState().mapped?.revision).toBe(2);
    expect(engine.all('mapping')).toHaveLength(1);
    await judged(page);
    await mapped(engine.last('mapping'));
    expect(store.getState().mapped?.revision).toBe(3);
  });

  test('with other options; the question before is cancelled, and its answer not looked at', async () => {
    const { engine, store, actions } = await mappingPage(listOf(L1));
    const first = engine.last('mapping');
    const options = { ...USUAL_MAPPING, fidelity: 'intended' } as const;
    actions.lookAtMapping({ options });
    expect(first.isCancelled()).toBe(true);
    await mapped(first);
    expect(store.getState().mapped).toBeNull();
    await mapped(engine.last('mapping'));
    expect(store.getState().mapped?.options).toBe(options);
  });

  test('beside other conditions, as long as these are wanted', async () => {
    const { engine, store, actions } = await mappingPage(listOf(L1));
    await mapped(engine.last('mapping'));
    actions.lookAtMapping({ beside: BESIDE });
    expect(engine.last('mapping').input.conditions).toEqual({ iommuMode: 'off' });
    await mapped(engine.last('mapping'));
    expect(store.getState().mappedBeside).toMatchObject({ list: L1, beside: BESIDE });
    actions.lookAtMapping({ beside: null });
    expect(store.getState().mappedBeside).toBeNull();
    actions.lookAtMapping({ beside: BESIDE });
    await mapped(engine.last('mapping'));
    expect(store.getState().mappedBeside).not.toBeNull();
  });

  test('a failure is told where it was looked for, and tried again with the next state only', async () => {
    const page = await mappingPage(listOf(L1));
    const { engine, store, actions } = page;
    await engine.last('mapping').settle({ kind: 'failed', message: 'no such place', stack: '' });
    expect(store.getState().mappingTrouble).toBe('no such place');
    actions.lookAtMapping({ output: 0 });
    expect(engine.all('mapping')).toHaveLength(1);
    actions.edit(redirect('02:00.0'));
    await judged(page);
    await mapped(engine.last('mapping'));
    expect(store.getState().mappingTrouble).toBeNull();
  });
});

describe('what is looked at follows the document', () => {
  const shown = ({ store }: OpenedPage) => {
    const { document, mapping } = store.getState();
    return listInSight(document?.machine, mapping)?.id ?? null;
  };

  test('a new list comes in sight; one that goes leaves its place to the next', async () => {
    const page = await mappingPage(listOf(L1));
    const { actions } = page;
    actions.edit({ kind: 'list-add', list: listOf(L2), at: 1 });
    expect(shown(page)).toBe(L2);
    actions.lookAtMapping({ list: L1, output: 1, step: 1 });
    actions.edit({ kind: 'list-remove', id: L1 });
    expect(shown(page)).toBe(L2);
    expect(page.store.getState().mapping).toMatchObject({ output: null, step: null });
    actions.undo();
    expect(shown(page)).toBe(L1);
    actions.redo();
    actions.edit({ kind: 'list-remove', id: L2 });
    expect(shown(page)).toBeNull();
    expect(page.store.getState().mapped).toBeNull();
  });

  test('what is pointed at goes with what it was', async () => {
    const page = await mappingPage(listOf(L1));
    const { engine, store, actions } = page;
    await mapped(engine.last('mapping'), reportOf(3));
    actions.lookAtMapping({ output: 2, step: 3, entry: 1 });
    actions.edit(redirect('02:00.0'));
    await judged(page);
    await mapped(engine.last('mapping'), reportOf(2));
    expect(store.getState().mapping).toMatchObject({ output: null, step: 3, entry: 1 });
  });

  test('another document begins afresh', async () => {
    const page = await mappingPage(listOf(L1));
    await mapped(page.engine.last('mapping'));
    page.actions.lookAtMapping({ output: 1, beside: BESIDE });
    await openMachine(page);
    expect(page.store.getState()).toMatchObject({ mapped: null, mappedBeside: null });
    expect(page.store.getState().mapping).toMatchObject({ list: null, output: null, beside: null });
  });
});

describe('an output that is played', () => {
  async function playing(): Promise<OpenedPage> {
    const page = await mappingPage(listOf(L1), listOf(L2));
    await mapped(page.engine.last('mapping'));
    page.actions.playOutput(1);
    page.actions.changePlay({ hop: 2 });
    return page;
  }

  test('stays on its way', async () => {
    const { store, actions } = await playing();
    expect(store.getState().play).toMatchObject({ of: { output: 1 }, hop: 2, operation: 'write' });
    actions.changePlay({ hop: 99 });
    expect(store.getState().play?.hop).toBe(2);
    expect(playedWalk(store.getState())?.hops).toHaveLength(3);
  });

  test('goes on through an edit, with the panel closed, too', async () => {
    const page = await playing();
    const { engine, store, actions } = page;
    actions.setView({ dockTab: 'why' });
    actions.edit(redirect('02:00.0'));
    expect(playedWalk(store.getState())).toBeNull();
    await judged(page);
    await mapped(engine.last('mapping'));
    expect(store.getState().play).toMatchObject({ hop: 2 });
    actions.edit(redirect('02:01.0'));
    await judged(page);
    await mapped(engine.last('mapping'), reportOf(2, 2));
    expect(store.getState().play).toMatchObject({ hop: 0 });
    actions.edit({ kind: 'list-entries', id: L2, title: 'remove an entry', entries: [] });
    await judged(page);
    await mapped(engine.last('mapping'), reportOf(1));
    expect(store.getState().play).toBeNull();
  });

  test('outlives another pair, and ends with another list', async () => {
    const { store, actions } = await playing();
    actions.choose(PAIR);
    expect(store.getState().play).not.toBeNull();
    actions.lookAtMapping({ list: L1 });
    expect(store.getState().play).toBeNull();
  });

  test('that goes nowhere is not begun', async () => {
    const page = await mappingPage(listOf(L1));
    await mapped(page.engine.last('mapping'), reportOf(1, 0));
    page.actions.playOutput(0);
    expect(page.store.getState().play).toBeNull();
  });
});
