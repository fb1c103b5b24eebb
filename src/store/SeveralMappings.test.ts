import { expect, test, vi } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../engine/mapping/mappingReport.ts';
import type { ScatterlistId } from '../model/ids.ts';
import type { Scatterlist } from '../model/workload.ts';
import type { Asked } from './fakeEngine.testkit.ts';
import {
  answerJudge,
  type OpenedPage,
  openedPage,
  openMachine,
  PAIR,
  redirect,
} from './openedPage.testkit.ts';
import { PLAIN_PANEL, type SeveralPanel } from './severalView.ts';

const list: Scatterlist = {
  id: 'L1' as ScatterlistId,
  label: null,
  client: PAIR.client,
  entries: [{ kind: 'ram', address: hex64(0x1_0000_0000n), length: 4096 }],
};
const report = { steps: [], entries: [], mapping: { outputs: [] } } as unknown as MappingReport;
const answered = (asked: Asked<'mapping'>) => asked.settle({ kind: 'answered', value: report });

const OFF: SeveralPanel = { ...PLAIN_PANEL, id: 'p1', iommu: 'off' };
const OLD: SeveralPanel = { ...PLAIN_PANEL, id: 'p2', kernel: '5.10' };

/** A page on which the list is compared; its own mapping, asked first, is answered. */
async function comparing(...several: readonly SeveralPanel[]): Promise<OpenedPage> {
  const page = await openedPage();
  page.actions.edit({ kind: 'list-add', list, at: 0 });
  await answerJudge(page.engine.last('judge'));
  page.actions.setView({ dockTab: 'mapping', isDockOpen: true });
  await answered(page.engine.last('mapping'));
  page.actions.lookAtMapping({ side: 'compare', compareAs: 'several', several });
  await vi.dynamicImportSettled();
  return page;
}

const asked = ({ engine }: OpenedPage) => engine.all('mapping').slice(1);
const known = ({ store }: OpenedPage) => Object.keys(store.getState().mappedSeveral);

test('one question a panel, each with what is other about it', async () => {
  const page = await comparing(OFF, OLD);
  const [off, old, ...more] = asked(page);
  expect(more).toEqual([]);
  expect(off?.input).toMatchObject({ revision: 2, conditions: { iommuMode: 'off' } });
  expect(off?.input.options).toEqual(USUAL_MAPPING);
  expect(old?.input.conditions.kernel?.id).toBe('5.10');
  for (const each of asked(page)) await answered(each);
  expect(known(page)).toEqual(['p1', 'p2']);
  expect(asked(page)).toHaveLength(2);
});

test('a panel that changes cancels its question and no other’s', async () => {
  const page = await comparing(OFF, OLD);
  const [off, old] = asked(page);
  page.actions.lookAtMapping({ several: [{ ...OFF, iommu: 'strict' }, OLD] });
  expect(off?.isCancelled()).toBe(true);
  expect(old?.isCancelled()).toBe(false);
  if (off) await answered(off);
  expect(known(page)).toEqual([]);
  expect(asked(page)).toHaveLength(3);
});

test('a panel that goes takes its question and its answer along', async () => {
  const page = await comparing(OFF, OLD);
  const [off, old] = asked(page);
  if (off) await answered(off);
  page.actions.lookAtMapping({ several: [] });
  expect(old?.isCancelled()).toBe(true);
  expect(known(page)).toEqual([]);
});

test('an edit asks them all anew; what was said stays until then', async () => {
  const page = await comparing(OFF, OLD);
  for (const each of asked(page)) await answered(each);
  const before = page.store.getState().mappedSeveral;
  page.actions.edit(redirect('02:00.0'));
  expect(page.store.getState().mappedSeveral).toBe(before);
  await answerJudge(page.engine.last('judge'));
  // The list's own, and one for each panel.
  expect(asked(page)).toHaveLength(5);
});

test('nobody asks while they are out of sight; what is known is kept', async () => {
  const page = await comparing(OFF, OLD);
  const [off, old] = asked(page);
  if (off) await answered(off);
  page.actions.lookAtMapping({ side: 'picture' });
  expect(old?.isCancelled()).toBe(true);
  expect(known(page)).toEqual(['p1']);
  page.actions.lookAtMapping({ side: 'compare' });
  expect(asked(page)).toHaveLength(3);
});

test('a failure is told in its panel, and tried again with the next state only', async () => {
  const page = await comparing(OFF);
  await asked(page)[0]?.settle({ kind: 'failed', message: 'no such place', stack: '' });
  expect(page.store.getState().mappedSeveral).toMatchObject({
    p1: { report: null, trouble: 'no such place' },
  });
  page.actions.lookAtMapping({ entry: 0 });
  expect(asked(page)).toHaveLength(1);
});

test('another document begins without any', async () => {
  const page = await comparing(OFF);
  await openMachine(page);
  expect(known(page)).toEqual([]);
  expect(page.store.getState().mapping.several).toBeUndefined();
});
