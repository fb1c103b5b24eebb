import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { USUAL_THROUGHPUT } from '../engine/flows/throughputOptions.ts';
import type { FlowReport, ThroughputReport } from '../engine/flows/throughputReport.ts';
import type { FlowId } from '../model/ids.ts';
import type { Flow, FlowGroup } from '../model/workload.ts';
import { type Asked, soon } from './fakeEngine.testkit.ts';
import { flowInSight } from './flowInSight.ts';
import { isThroughputStale } from './flowsView.ts';
import {
  answerJudge,
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

const F0 = 'f0' as FlowId;
const F1 = 'f1' as FlowId;
const RING = 'ring' as FlowId;
const BESIDE = {
  title: 'ACS redirect on',
  conditions: { iommuMode: 'off' },
  options: { ...USUAL_THROUGHPUT, acsRedirect: 'on' },
} as const;

const ends = {
  from: { kind: 'function', id: PAIR.client },
  to: { kind: 'function', id: PAIR.provider },
} as const;

const flowOf = (id: FlowId): Flow => ({
  id,
  label: id,
  ...ends,
  operation: 'write',
  by: null,
  bothWays: false,
  sizeBytes: null,
  queueDepth: null,
  rateBytesPerSecond: null,
});

const ring: FlowGroup = {
  id: RING,
  label: 'ring',
  pattern: 'ring',
  members: [ends.from, ends.to],
  operation: 'write',
  sizeBytes: null,
};

/** As much of a report as the store looks at. */
function reportOf(...flows: readonly Partial<FlowReport>[]): ThroughputReport {
  return { flows, groups: [], links: [] } as unknown as ThroughputReport;
}

const answer = (asked: Asked<'throughput'>, report = reportOf()) =>
  asked.settle({ kind: 'answered', value: report });

/** Judges the document as it stands. */
const judged = ({ engine }: OpenedPage) => answerJudge(engine.last('judge'));

/** Who asks is fetched when it is needed: that takes more turns than promises alone. */
async function fetched(): Promise<void> {
  await vi.dynamicImportSettled();
  await soon();
}

const frame = () => vi.advanceTimersByTime(20);

/** A page with flows, judged; what they get is still on its way. */
async function flowsPage(...flows: readonly Flow[]): Promise<OpenedPage> {
  const page = await openedPage();
  for (const [at, flow] of flows.entries()) page.actions.edit({ kind: 'flow-add', flow, at });
  await judged(page);
  await fetched();
  return page;
}

describe('what flows get is asked', () => {
  test('once the verdicts are there, while the sheet shows it', async () => {
    const { engine, store, actions } = await openedPage();
    actions.edit({ kind: 'flow-add', flow: flowOf(F0), at: 0 });
    await fetched();
    expect(engine.all('throughput')).toEqual([]);
    await judged({ engine, store, actions });
    expect(engine.last('throughput').input).toEqual({
      revision: 2,
      options: USUAL_THROUGHPUT,
      conditions: {},
      next: [F0],
    });
    const report = reportOf();
    await answer(engine.last('throughput'), report);
    expect(store.getState().throughput).toMatchObject({ revision: 2, beside: null, report });
    frame();
    expect(engine.all('throughput')).toHaveLength(1);
    expect(isThroughputStale(store.getState())).toBe(false);
  });

  test('not without flows, nor where nobody sees it', async () => {
    const none = await flowsPage();
    none.actions.setView({ dockTab: 'flows', isDockOpen: true });
    await fetched();
    expect(none.engine.all('throughput')).toEqual([]);

    const page = await flowsPage(flowOf(F0));
    page.actions.setView({ hasFlowHeat: false });
    expect(page.engine.last('throughput').isCancelled()).toBe(true);
    frame();
    page.actions.setView({ dockTab: 'flows', isDockOpen: true });
    expect(page.engine.all('throughput')).toHaveLength(2);
  });

  test('anew after an edit; what was said stays, marked by its revision', async () => {
    const page = await flowsPage(flowOf(F0));
    const { engine, store, actions } = page;
    await answer(engine.last('throughput'));
    frame();
    actions.edit(redirect('02:00.0'));
    expect(store.getState().throughput?.revision).toBe(2);
    expect(isThroughputStale(store.getState())).toBe(true);
    await judged(page);
    await answer(engine.last('throughput'));
    expect(store.getState().throughput?.revision).toBe(3);
  });

  test('of a state that is over no more: its answer is not looked at', async () => {
    const page = await flowsPage(flowOf(F0));
    const { engine, store, actions } = page;
    const first = engine.last('throughput');
    actions.edit(redirect('02:00.0'));
    expect(first.isCancelled()).toBe(true);
    await answer(first);
    expect(store.getState().throughput).toBeNull();
  });

  test('again when the machine was judged anew before it was answered', async () => {
    const page = await flowsPage(flowOf(F0));
    const { engine, actions } = page;
    await engine.last('throughput').settle({ kind: 'dropped' });
    frame();
    actions.list('all');
    await judged(page);
    expect(engine.all('throughput')).toHaveLength(2);
  });

  test('beside other conditions, as long as these are wanted', async () => {
    const { engine, store, actions } = await flowsPage(flowOf(F0));
    await answer(engine.last('throughput'));
    actions.lookAtFlows({ beside: BESIDE });
    const { options, conditions } = BESIDE;
    expect(engine.last('throughput').input).toEqual({
      revision: 2,
      options,
      conditions,
      next: [],
    });
    await answer(engine.last('throughput'));
    expect(store.getState().throughputBeside).toMatchObject({ revision: 2, beside: BESIDE });
    expect(store.getState().throughput?.options).toBe(USUAL_THROUGHPUT);
    actions.lookAtFlows({ beside: null });
    expect(store.getState().throughputBeside).toBeNull();
    frame();
    actions.lookAtFlows({ beside: BESIDE });
    await answer(engine.last('throughput'));
    expect(store.getState().throughputBeside).not.toBeNull();
  });

  test('a failure is told, and tried again with the next state only', async () => {
    const page = await flowsPage(flowOf(F0));
    const { engine, store, actions } = page;
    await engine.last('throughput').settle({ kind: 'failed', message: 'no such link', stack: '' });
    expect(store.getState().flowsTrouble).toBe('no such link');
    frame();
    actions.lookAtFlows({ link: 0 });
    expect(engine.all('throughput')).toHaveLength(1);
    actions.edit(redirect('02:00.0'));
    await judged(page);
    await answer(engine.last('throughput'));
    expect(store.getState().flowsTrouble).toBeNull();
  });
});

describe('what comes next', () => {
  const asked = ({ engine }: OpenedPage) => engine.all('throughput').map(({ input }) => input.next);

  test('is asked of the flow that is looked at, unless the answer has it', async () => {
    const page = await flowsPage(flowOf(F0), flowOf(F1));
    const { engine, store, actions } = page;
    const told = (nextOf: readonly FlowId[]) => ({ ...reportOf(), nextOf });
    await answer(engine.last('throughput'), told([F0]));
    frame();
    actions.lookAtFlows({ link: 0 });
    expect(asked(page)).toEqual([[F0]]);
    const { throughput } = store.getState();
    actions.lookAtFlows({ flow: F1 });
    expect(asked(page)).toEqual([[F0], [F1]]);
    expect(store.getState().throughput).toBe(throughput);
    expect(isThroughputStale(store.getState())).toBe(false);
    await answer(engine.last('throughput'), told([F1]));
    expect(store.getState().throughput?.report.nextOf).toEqual([F1]);
  });

  test('is not asked again of an answer that has all', async () => {
    const page = await flowsPage(flowOf(F0), flowOf(F1));
    await answer(page.engine.last('throughput'));
    frame();
    const before = asked(page).length;
    for (const flow of [F1, F0]) page.actions.lookAtFlows({ flow });
    frame();
    expect(asked(page)).toHaveLength(before);
  });
});

describe('while a slider moves', () => {
  const sliderTo = ({ actions }: OpenedPage, tags: number) =>
    actions.lookAtFlows({ options: { ...USUAL_THROUGHPUT, tags } });
  const asked = ({ engine }: OpenedPage) =>
    engine.all('throughput').map(({ input }) => input.options.tags);

  test('one question at a time, and the latest wins', async () => {
    const page = await flowsPage(flowOf(F0));
    await answer(page.engine.last('throughput'));
    frame();
    for (const tags of [32, 64, 128]) sliderTo(page, tags);
    expect(asked(page)).toEqual([null, 32]);
    frame();
    expect(asked(page)).toEqual([null, 32]);
    await answer(page.engine.last('throughput'));
    // Seen at once, though it is not what is wanted by now.
    expect(page.store.getState().throughput?.options.tags).toBe(32);
    expect(isThroughputStale(page.store.getState())).toBe(true);
    expect(asked(page)).toEqual([null, 32, 128]);
    await answer(page.engine.last('throughput'));
    expect(isThroughputStale(page.store.getState())).toBe(false);
  });

  test('turned there and back within a frame: what was answered holds', async () => {
    const page = await flowsPage(flowOf(F0));
    await answer(page.engine.last('throughput'));
    frame();
    sliderTo(page, 32);
    await answer(page.engine.last('throughput'));
    sliderTo(page, 64);
    sliderTo(page, 32);
    frame();
    expect(asked(page)).toEqual([null, 32]);
    expect(isThroughputStale(page.store.getState())).toBe(false);
    page.actions.lookAtFlows({ options: { ...USUAL_THROUGHPUT } });
    expect(page.store.getState().flows.options).toBe(USUAL_THROUGHPUT);
  });

  test('at most one question a frame', async () => {
    const page = await flowsPage(flowOf(F0));
    await answer(page.engine.last('throughput'));
    frame();
    sliderTo(page, 32);
    await answer(page.engine.last('throughput'));
    sliderTo(page, 64);
    sliderTo(page, 128);
    expect(asked(page)).toEqual([null, 32]);
    frame();
    expect(asked(page)).toEqual([null, 32, 128]);
  });
});

describe('curves over sizes', () => {
  test('are asked of the flow in sight, while a side shows them', async () => {
    const { engine, store, actions } = await flowsPage(flowOf(F0), flowOf(F1));
    await answer(engine.last('throughput'));
    actions.setView({ dockTab: 'flows', isDockOpen: true });
    expect(engine.all('curves')).toEqual([]);
    actions.lookAtFlows({ side: 'sweep', flow: F0 });
    expect(engine.last('curves').input).toMatchObject({ revision: 3, flow: F0 });
    const curves = { flow: F0, sizes: [], alone: [], withOthers: [], limits: [] };
    await engine.last('curves').settle({ kind: 'answered', value: curves });
    expect(store.getState().curves).toMatchObject({ flow: F0, curves });
    frame();
    actions.lookAtFlows({ flow: F1 });
    expect(engine.last('curves').input.flow).toBe(F1);
    actions.lookAtFlows({ side: 'flow' });
    expect(engine.last('curves').isCancelled()).toBe(true);
  });

  test('of a group are those of its slowest member', async () => {
    const page = await flowsPage();
    const { engine, actions } = page;
    actions.edit({ kind: 'flow-group-add', group: ring, at: 0 });
    await judged(page);
    await fetched();
    const members = [
      { id: 'ring/0' as FlowId, group: RING, bytesPerSecond: 2 },
      { id: 'ring/1' as FlowId, group: RING, bytesPerSecond: 1 },
    ];
    await answer(engine.last('throughput'), reportOf(...members));
    actions.setView({ dockTab: 'flows', isDockOpen: true });
    actions.lookAtFlows({ side: 'roofline' });
    expect(engine.last('curves').input.flow).toBe('ring/1');
  });
});

describe('what is looked at follows the document', () => {
  const shown = ({ store }: OpenedPage) => {
    const { document, flows, throughput } = store.getState();
    return flowInSight(document?.machine, flows, throughput?.report ?? null)?.id ?? null;
  };

  test('a new flow comes in sight; one that goes leaves its place to the next', async () => {
    const page = await flowsPage(flowOf(F0));
    const { actions, store, engine } = page;
    await answer(engine.last('throughput'));
    expect(shown(page)).toBe(F0);
    actions.edit({ kind: 'flow-group-add', group: ring, at: 0 });
    expect(shown(page)).toBe(RING);
    actions.edit({ kind: 'flow-add', flow: flowOf(F1), at: 1 });
    expect(shown(page)).toBe(F1);
    actions.edit({ kind: 'flow-remove', id: F1 });
    expect(shown(page)).toBe(RING);
    actions.undo();
    expect(shown(page)).toBe(F1);
    actions.edit({ kind: 'flow-remove', id: F0 });
    expect(shown(page)).toBe(F1);
    actions.edit({ kind: 'flow-remove', id: F1 });
    actions.edit({ kind: 'flow-group-remove', id: RING });
    expect(shown(page)).toBeNull();
    expect(store.getState().throughput).toBeNull();
  });

  test('a link that is no more is not pointed at', async () => {
    const page = await flowsPage(flowOf(F0));
    page.actions.lookAtFlows({ link: 3 });
    await answer(page.engine.last('throughput'));
    expect(page.store.getState().flows.link).toBeNull();
  });

  test('another document begins afresh; what was kept to be compared stays', async () => {
    const page = await flowsPage(flowOf(F0));
    await answer(page.engine.last('throughput'));
    const pinned = { title: 'before', report: reportOf() };
    page.actions.lookAtFlows({ flow: F0, side: 'links', beside: BESIDE, pinned });
    await openMachine(page);
    expect(page.store.getState()).toMatchObject({ throughput: null, throughputBeside: null });
    expect(page.store.getState().flows).toMatchObject({ flow: null, beside: null, pinned });
  });
});
