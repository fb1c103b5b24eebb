import { expect, test } from 'vitest';
import { flowsInSight } from './flowsInSight.ts';

type State = Parameters<typeof flowsInSight>[0];

const state = (change: object = {}): State =>
  ({
    document: { machine: { workload: { flows: [{}], groups: [] } } },
    view: { isDockOpen: true, dockTab: 'flows', hasFlowHeat: true },
    play: null,
    throughput: {},
    ...change,
  }) as unknown as State;

test('flows are in sight on their tab, once it is known what they get', () => {
  expect(flowsInSight(state())).toBe(true);
  expect(flowsInSight(state({ throughput: null }))).toBe(false);
  expect(flowsInSight(state({ document: null }))).toBe(false);
});

test.each([
  ['another tab', { view: { isDockOpen: true, dockTab: 'why', hasFlowHeat: true } }],
  ['the dock shut', { view: { isDockOpen: false, dockTab: 'flows', hasFlowHeat: true } }],
  ['the heat put away', { view: { isDockOpen: true, dockTab: 'flows', hasFlowHeat: false } }],
  ['a request that plays', { play: { of: 'pair' } }],
  ['no flows', { document: { machine: { workload: { flows: [], groups: [] } } } }],
])('not with %s', (_, change) => {
  expect(flowsInSight(state(change))).toBe(false);
});
