import { describe, expect, test } from 'vitest';
import type { MapPhase, MapStep } from '../../../engine/dma/mapStep.ts';
import { SHOWN_LISTS } from '../../../layout/mapping/shownLists.testkit.ts';
import { stepAfterKey, stepKept, stepOfPhase, stepShown, variablesAt } from './stepMoves.ts';

const { steps } = SHOWN_LISTS['S2 translating']();
const firstOf = (phase: MapPhase) => steps.findIndex((step) => step.phase === phase);

test('the end is remembered as the whole, and what lies beyond it is the end', () => {
  const last = steps.length - 1;
  expect(stepShown(steps, null)).toBe(last);
  expect(stepShown(steps, 1000)).toBe(last);
  expect(stepShown(steps, -3)).toBe(0);
  expect(stepShown([], null)).toBe(0);
  expect(stepKept(steps, last)).toBeNull();
  expect(stepKept(steps, 2)).toBe(2);
});

describe('phases', () => {
  test('the rail leads to the next step of a phase, else to its first', () => {
    expect(stepOfPhase(steps, 0, 'allocate')).toBe(firstOf('allocate'));
    expect(stepOfPhase(steps, steps.length - 1, 'size')).toBe(firstOf('size'));
    expect(stepOfPhase(steps, 0, 'restore')).toBeNull();
  });

  test('Page Down and Page Up go from one to the next', () => {
    const allocate = firstOf('allocate');
    expect(stepAfterKey('PageDown', allocate, steps)).toBe(allocate + 1);
    expect(stepAfterKey('PageUp', steps.length - 1, steps)).toBe(firstOf('lay-out'));
    expect(stepAfterKey('PageUp', 0, steps)).toBe(0);
    expect(stepAfterKey('ArrowRight', 0, steps)).toBeNull();
  });
});

test('variables keep their last value; what a step changes is marked, and only that', () => {
  const step = (name: string, value: number): MapStep => ({
    phase: 'size',
    call: 'iommu_dma_map_sg',
    entry: 0,
    output: null,
    values: [{ name, value, as: 'bytes' }],
    text: '',
  });
  const three = [step('total', 4096), step('span', 4096), step('total', 8192)];
  const said = (at: number) =>
    variablesAt(three, at).map(({ name, value, isChanged }) => [name, value, isChanged]);
  expect(said(0)).toEqual([['total', 4096, true]]);
  expect(said(1)).toEqual([
    ['total', 4096, false],
    ['span', 4096, true],
  ]);
  expect(said(2)).toEqual([
    ['total', 8192, true],
    ['span', 4096, false],
  ]);
});
